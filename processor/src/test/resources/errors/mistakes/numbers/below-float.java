// Numbers so small that a float makes them 0, where 0 is not allowed.
@Network
interface Net {
    @BatchNorm(epsilon = 1e-300) Tensor more(@In(4) Tensor image); // wrong
    @BatchNorm(momentum = Double.MIN_VALUE) Tensor other(Tensor image); // wrong
    @Dense(3) @Normal(1e-300) Tensor fine(Tensor image);
}
