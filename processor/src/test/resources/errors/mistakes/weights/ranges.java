// Options of annotations for weights that are out of range.
@Network
interface Initialisers {
    @Dense(3) @Normal(-0.5) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @Normal(value = 0.5, mean = 1 / 0.0) Tensor b(Tensor image); // wrong
    @Dense(3) @Normal(value = -1, mean = 0.0 / 0.0) Tensor c(Tensor image); // wrong wrong
    @Dense(3) @TruncatedNormal(-0.01) Tensor d(Tensor image); // wrong
    @Dense(3) @TruncatedNormal(value = 0.1, mean = 1e300) Tensor e(Tensor image); // wrong
    @Dense(3) @Uniform(low = 0.0 / 0.0, high = 1) Tensor f(Tensor image); // wrong
    @Dense(3) @Uniform(low = 0, high = -1 / 0.0) Tensor g(Tensor image); // wrong
    @Dense(3) @Xavier(gain = -1) Tensor h(Tensor image); // wrong
    @Dense(3) @He(gain = 0.0 / 0.0) Tensor i(Tensor image); // wrong
    @Dense(3) @LeCun(gain = -0.001) Tensor j(Tensor image); // wrong
    @Dense(3) @Orthogonal(gain = 1 / 0.0) Tensor k(Tensor image); // wrong
    @Dense(3) @Constant(0.0 / 0.0) Tensor l(Tensor image); // wrong
    @Dense(3) @Constant(-1e39) Tensor m(Tensor image); // wrong
}
@Network
interface Others {
    @Dense(3) @MaxNorm(0) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @MaxNorm(-2) Tensor b(Tensor image); // wrong
    @Dense(3) @MaxNorm(1 / 0.0) Tensor c(Tensor image); // wrong
    @Dense(3) @L1(-0.1) Tensor d(Tensor image); // wrong
    @Dense(3) @L1(0.0 / 0.0) Tensor e(Tensor image); // wrong
    @L2(-1e-4) @Dense(3) Tensor f(Tensor image); // wrong
    @Dense(3) @L2(1 / 0.0) Tensor g(Tensor image); // wrong
}
@Network
@L2(-0.1) // wrong
@MaxNorm(-1) // wrong
@Xavier(gain = -2) // wrong
interface Above {
    @Dense(3) Tensor a(@In(4) Tensor image);
}
