// Probabilities that are none.
@Network
interface Net {
    @Dropout(-0.1) @Dense(3) Tensor a(@In(4) Tensor image); // wrong
    @Dropout(1.5) @Dense(3) Tensor b(Tensor image); // wrong
    @Dropout(20) @Dense(3) Tensor c(Tensor image); // wrong
    @Dropout(0.0 / 0.0) @Dense(3) Tensor d(Tensor image); // wrong
    @Dropout(1 / 0.0) @Dense(3) Tensor e(Tensor image); // wrong
}
