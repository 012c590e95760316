// Losses without a label.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits); // wrong
    @MeanSquaredError Loss distance(Tensor logits); // wrong
}
