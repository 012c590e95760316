// Another number of predictions than the loss takes.
@Network
interface Net {
    @Dense(4) Tensor a(@In(4) Tensor x);
    @Dense(4) Tensor b(Tensor x);
    @CrossEntropy Loss one(Tensor a, Tensor b, Label label); // wrong
    @CosineEmbedding Loss two(Tensor a, boolean alike); // wrong
    @Triplet Loss three(Tensor a, Tensor b); // wrong
    @Triplet Loss four(Tensor a, Tensor b, Tensor x, @Dense(4) Tensor a2); // wrong
    @GaussianNLL Loss gaussian(Tensor a, Target target); // wrong
    @ReLU Tensor a2(Tensor a);
}
