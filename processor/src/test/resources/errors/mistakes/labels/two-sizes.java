// One label for predictions of two sizes.
@Network
interface Net {
    @Dense(10) Tensor logits(@In(4) Tensor image);
    @Dense(3) Tensor others(Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Label label);
    @CrossEntropy Loss other(Tensor others, Label label); // wrong
}
