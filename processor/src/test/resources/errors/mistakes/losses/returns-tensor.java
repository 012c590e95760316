// A loss that returns Tensor.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Tensor loss(Tensor logits, Label label); // wrong
}
