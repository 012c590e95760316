
// Options of activations that are out of range, in disorder or no float.
@Network
interface Net {
    @ELU(-1) @Dense(3) Tensor a(@In(4) Tensor image); // wrong
    @CELU(0) @Dense(3) Tensor b(Tensor image); // wrong
    @CELU(1e-50) @Dense(3) Tensor c(Tensor image); // wrong
    @LeakyReLU(1e300) @Dense(3) Tensor d(Tensor image); // wrong
    @LeakyReLU(0.0 / 0.0) @Dense(3) Tensor e(Tensor image); // wrong
    @Softplus(beta = 0) @Dense(3) Tensor f(Tensor image); // wrong
    @Softplus(threshold = 1 / 0.0) @Dense(3) Tensor g(Tensor image); // wrong
    @SELU(alpha = 2, scale = -1) @Dense(3) Tensor h(Tensor image); // wrong
    @Hardshrink(-0.5) @Dense(3) Tensor i(Tensor image); // wrong
    @Softshrink(-0.5) @Dense(3) Tensor j(Tensor image); // wrong
    @HardTanh(min = 1, max = 1) @Dense(3) Tensor k(Tensor image); // wrong
    @HardTanh(min = 2) @Dense(3) Tensor l(Tensor image); // wrong
    @RReLU(lower = 0.5, upper = 0.1) @Dense(3) Tensor m(Tensor image); // wrong
    @PReLU(0) @Dense(3) Tensor n(Tensor image); // wrong
    @PReLU(start = 1e300) @Dense(3) Tensor o(Tensor image); // wrong
    @Threshold(threshold = 1e39) @Dense(3) Tensor p(Tensor image); // wrong
    @ELU(1e300) @Dense(3) Tensor r(Tensor image); // wrong
    @HardSigmoid(alpha = 1e-60) @Dense(3) Tensor q(Tensor image); // wrong
}
