// A width that follows from nothing.
@Network
interface Net {
    @Dense @ReLU Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(3) Tensor logits(Tensor hidden);
}
