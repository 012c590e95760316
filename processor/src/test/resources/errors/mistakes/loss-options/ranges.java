// Options of losses outside of their ranges.
@Network
interface Net {
    @Dense(3) Tensor y(@In(3) Tensor x);
    @CrossEntropy(labelSmoothing = 1.1) Loss a(Tensor y, Label label); // wrong
    @Hinge(margin = 0) Loss b(Tensor y, Label label); // wrong
    @Hinge(p = 3) Loss c(Tensor y, Label label); // wrong
    @Huber(delta = 0) Loss d(Tensor y, Target target); // wrong
    @SmoothL1(beta = -1) Loss e(Tensor y, Target target); // wrong
    @Poisson(epsilon = 0) Loss f(Tensor y, Target target); // wrong
    @GaussianNLL(epsilon = -1e-6) Loss g(Tensor y, Tensor x, Target target); // wrong
    @CosineEmbedding(margin = 2) Loss h(Tensor y, Tensor x, boolean alike); // wrong
    @Contrastive(margin = 0.0 / 0.0) Loss i(Tensor y, Tensor x, boolean differ); // wrong
    @Triplet(p = 0.5) Loss j(Tensor y, Tensor x, @Dense Tensor y2); // wrong
    @Triplet(margin = 1 / 0.0) Loss k(Tensor y, Tensor x, @Dense Tensor y2); // wrong
    @BinaryCrossEntropy(weight = -2) Loss l(Tensor y, Label flags); // wrong
    @Dense(3) Tensor y2(Tensor y);
}
