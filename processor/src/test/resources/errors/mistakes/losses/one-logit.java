// A classifier with one logit.
@Network
interface Net {
    @Dense(1) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Label label); // wrong
}
