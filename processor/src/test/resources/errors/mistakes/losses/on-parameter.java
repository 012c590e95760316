// A loss on a parameter.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @Dense(3) Tensor more(@MeanSquaredError Tensor logits); // wrong
}
