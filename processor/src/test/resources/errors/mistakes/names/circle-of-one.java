// A block that needs itself.
@Network
interface Net {
    @Dense(3) Tensor fine(@In(4) Tensor image);
    @Dense(3) Tensor hidden(Tensor hidden); // wrong
}
