// An input on a type with block methods.
@Network
@In(4) // wrong
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
