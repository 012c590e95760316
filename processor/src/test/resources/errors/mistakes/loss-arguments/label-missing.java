// Losses without what they are compared with.
@Network
interface Net {
    @Dense(1) Tensor y(@In(1) Tensor x);
    @BinaryCrossEntropy Loss binary(Tensor y); // wrong
    @SoftMargin Loss sign(Tensor y); // wrong
    @KLDivergence Loss divergence(Tensor y); // wrong
    @Huber Loss huber(Tensor y, SampleWeights weights); // wrong
    @GaussianNLL Loss gaussian(Tensor y, Tensor x); // wrong
}
