// Layers on a type that has block methods.
@Network
@Dense(3) // wrong
@ReLU // wrong
@Normal(0.01)
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
