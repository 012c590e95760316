// A label with the name of a block, and one with the name of an input.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Label image); // wrong
    @CrossEntropy Loss other(Tensor logits, int logits2);
    @CrossEntropy Loss third(Tensor logits, Label other); // wrong
}
