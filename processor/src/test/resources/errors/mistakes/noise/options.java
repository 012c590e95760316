// Noise of no variance or of a negative deviation.
@Network
interface Net {
    @GaussianDropout(1) @Dense(3) Tensor a(@In(4) Tensor image); // wrong
    @GaussianDropout(0.9999999999) @Dense(3) Tensor b(Tensor image); // wrong
    @GaussianDropout(-0.1) @Dense(3) Tensor c(Tensor image); // wrong
    @GaussianDropout(0.0 / 0.0) @Dense(3) Tensor d(Tensor image); // wrong
    @GaussianNoise(-1) @Dense(3) Tensor e(Tensor image); // wrong
    @GaussianNoise(1 / 0.0) @Dense(3) Tensor f(Tensor image); // wrong
}
