// Layers that drop channels or squares, and values that have none.
@Network
interface Net {
    @Dense(8) @SpatialDropout(0.2) @ReLU Tensor a(@In(4) Tensor x); // wrong
    @SELU @FeatureAlphaDropout(0.2) @Dense(3) Tensor b(Tensor x); // wrong
    @DropBlock(0.2) @Dense(3) Tensor c(Tensor x); // wrong
    @DropBlock(0.2) @Dense(3) Tensor d(@In({3, 4}) Tensor steps); // wrong
    @DropBlock(0.2) @Dense(3) Tensor e(@In({3, 8, 6}) Tensor image); // wrong
    @DropBlock(blockSize = -1) @Dense(3) Tensor f(Tensor image); // wrong
    @DropPath(1.1) @Dense(3) Tensor g(Tensor image); // wrong
    @SELU @AlphaDropout(20) @Dense(3) Tensor h(Tensor image); // wrong
}
