// Gaussian dropout zeroes nothing: its lints say what it does.
@Network
interface Net {
    @Dense(8) @GaussianDropout(0.8) @ReLU Tensor a(@In(8) Tensor x); // wrong
    @Dense(8) @GaussianDropout(0.995) @ReLU Tensor b(Tensor a); // wrong
    @Dense(8) @ReLU @GaussianDropout(0.7) @Dropout(0.1) Tensor c(Tensor b); // wrong
    @Dense(8) @ReLU @Dropout(0.2) @GaussianDropout(0.1) Tensor d(Tensor c); // wrong
    @Dense(8) @ReLU @GaussianDropout(0.2) @GaussianNoise(0.1) Tensor fine(Tensor d);
    @Dense(3) @GaussianDropout(0.2) Tensor logits(Tensor fine); // wrong
    @CrossEntropy Loss loss(Tensor logits, Label label);
}
