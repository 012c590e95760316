// Labels of types that a loss cannot be compared with.
enum Colour { RED, GREEN, BLUE }
enum Answer { NO, YES }
@Network
interface Net {
    @Dense(3) Tensor y(@In(4) Tensor x);
    @BinaryCrossEntropy Loss fine1(Tensor y, Label a1);
    @SoftMargin Loss sign(Tensor y, Answer a2); // wrong
    @NegativeLogLikelihood Loss likelihood(Tensor y, Target a3); // wrong
    @Hinge Loss hinge(Tensor y, boolean a4); // wrong
    @KLDivergence Loss divergence(Tensor y, float a5); // wrong
    @KLDivergence Loss divergence2(Tensor y, Label a6); // wrong
    @Poisson Loss counts(Tensor y, int a7); // wrong
    @CosineEmbedding Loss cosine(Tensor y, Tensor x, Colour a8); // wrong
    @Contrastive Loss contrastive(Tensor y, Tensor x, float a9); // wrong
    @MeanAbsoluteError Loss absolute(Tensor y, boolean a10); // wrong
}
