// A name that is like none of the known ones; a loss is no value to offer.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @Dense(2) Tensor logits(Tensor features); // wrong
    @CrossEntropy Loss loss(Tensor logits, Label label);
}
