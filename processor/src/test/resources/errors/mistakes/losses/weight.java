// Weights of losses outside of their range.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy(weight = -1) Loss loss(Tensor logits, Label label); // wrong
    @MeanSquaredError(weight = 0.0 / 0.0) Loss other(Tensor logits, Target target); // wrong
}
