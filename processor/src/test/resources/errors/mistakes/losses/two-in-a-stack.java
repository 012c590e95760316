// Two losses in one stack.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy @MeanSquaredError Loss loss(Tensor logits, Label label); // wrong
}
