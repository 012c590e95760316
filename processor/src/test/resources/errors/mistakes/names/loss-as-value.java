// A loss flows into a block.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Label label);
    @Dense(3) Tensor more(Tensor loss); // wrong
}
