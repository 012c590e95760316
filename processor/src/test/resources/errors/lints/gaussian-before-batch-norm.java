// Noise that multiplies shifts the variance that BatchNorm remembers, as masks do.
@Network
interface Net {
    @GaussianDropout(0.2) @Dense(3) @BatchNorm @ReLU Tensor a(@In(8) Tensor x); // wrong
    @GaussianNoise(0.1) @Dense(3) @BatchNorm @ReLU Tensor fine(Tensor x);
    @Add Tensor e(Tensor a, Tensor fine);
}
