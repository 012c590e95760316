// Layers behind a loss.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy @ReLU Loss loss(Tensor logits, Label label); // wrong
}
