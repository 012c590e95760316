// A block without a loss layer that returns Loss.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @Dense(1) Loss loss(Tensor logits, Label label); // wrong
}
