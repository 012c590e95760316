// A label that is read as a value.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Label label);
    @Dense(3) Tensor more(Tensor label); // wrong
}
