// Layers on a label.
@Network
interface Net {
    @Dense(3) Tensor prediction(@In(4) Tensor image);
    @MeanSquaredError Loss loss(Tensor prediction, @Dense(3) @ReLU Target target); // wrong
}
