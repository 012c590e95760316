// A loss with two labels.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Label label, int index); // wrong
}
