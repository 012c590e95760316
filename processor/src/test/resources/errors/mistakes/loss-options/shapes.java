// Predictions of shapes that a loss cannot compare.
enum Three { A, B, C }
@Network
interface Net {
    @Dense(3) Tensor y(@In(4) Tensor x);
    @Dense(1) Tensor one(Tensor x);
    @CosineEmbedding Loss cosine(Tensor y, Tensor x, boolean alike); // wrong
    @Triplet Loss nearer(Tensor x, Tensor y, Tensor one); // wrong
    @GaussianNLL Loss gaussian(Tensor y, Tensor one, Target target); // wrong
    @GaussianNLL Loss number(Tensor y, @Dense(3) Tensor x, float price); // wrong
    @NegativeLogLikelihood Loss likelihood(Tensor one, Label label); // wrong
    @BinaryCrossEntropy Loss binary(Tensor one, Three three); // wrong
    @Contrastive Loss contrastive(Tensor x, @Dense(4) Tensor y, Three kind); // wrong
}
