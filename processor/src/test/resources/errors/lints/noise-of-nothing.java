// Noise that changes nothing.
@Network
interface Net {
    @GaussianDropout(0) @Dense(3) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @GaussianNoise(0) @ReLU Tensor b(Tensor a); // wrong
    @SuppressWarnings("nacre:no-dropout") @GaussianNoise(0) @ReLU Tensor fine(Tensor b);
}
