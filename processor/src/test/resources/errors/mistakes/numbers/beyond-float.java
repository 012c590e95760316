// Numbers that a double holds and a float does not.
@Network
interface Net {
    @BatchNorm(epsilon = 1e300) Tensor more(@In(4) Tensor image); // wrong
    @Dense(3) @Normal(1e39) Tensor other(Tensor image); // wrong
    @CrossEntropy(weight = Double.MAX_VALUE) Loss loss(Tensor other, Label label); // wrong
}
