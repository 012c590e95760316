// A label in a block that is no loss.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image, Label label); // wrong
    @Dense(3) Tensor other(Tensor image, int index); // wrong
}
