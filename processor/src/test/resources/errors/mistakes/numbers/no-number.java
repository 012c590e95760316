// No numbers at all.
@Network
interface Net {
    @Dropout(Double.NaN) @Dense(3) Tensor hidden(@In(4) Tensor image); // wrong
    @BatchNorm(momentum = 0.0 / 0.0) Tensor more(Tensor image); // wrong
    @Dense(3) @Normal(Double.NaN) Tensor other(Tensor image); // wrong
    @CrossEntropy(weight = Float.NaN) Loss loss(Tensor other, Label label); // wrong
}
