// Numbers without end.
@Network
interface Net {
    @Dropout(Double.POSITIVE_INFINITY) @Dense(3) Tensor hidden(@In(4) Tensor image); // wrong
    @BatchNorm(epsilon = 1 / 0.0) Tensor more(Tensor image); // wrong
    @Dense(3) @Normal(Double.NEGATIVE_INFINITY) Tensor other(Tensor image); // wrong
}
