// What is said of dropout is said of all its kinds.
@Network
interface Net {
    @SpatialDropout(0.2) @DropPath(0.2) @Dense(3) @ReLU Tensor a(@In({3, 8, 8}) Tensor x); // wrong
    @SpatialDropout(0.8) @Dense(3) @ReLU Tensor b(Tensor a); // wrong
    @DropBlock(0) @Dense(3) @ReLU Tensor c(Tensor x); // wrong
    @SpatialDropout(0.1) @Dense(3) @BatchNorm @ReLU Tensor d(Tensor x); // wrong
    @DropBlock(0.1) @Dense(3) @BatchNorm @ReLU Tensor fine(Tensor x);
    @Add @DropPath(0.1) Tensor e(Tensor b, Tensor c); // wrong
}
