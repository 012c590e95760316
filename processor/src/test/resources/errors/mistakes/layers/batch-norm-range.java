// Options of a batch normalisation outside of their ranges.
@Network
interface Net {
    @BatchNorm(momentum = 0) Tensor a(@In(4) Tensor image); // wrong
    @BatchNorm(momentum = 1.1) Tensor b(Tensor image); // wrong
    @BatchNorm(epsilon = 0) Tensor c(Tensor image); // wrong
    @BatchNorm(epsilon = -1e-5) Tensor d(Tensor image); // wrong
    @BatchNorm(momentum = 0.0 / 0.0, epsilon = 0.0 / 0.0, affine = false) Tensor e(Tensor image); // wrong, wrong
}
