// An input that is a label.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, @In(1) Label label); // wrong
}
