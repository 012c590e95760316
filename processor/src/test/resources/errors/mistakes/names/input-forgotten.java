// No input anywhere.
@Network
interface Net {
    @Dense(3) Tensor hidden(Tensor image); // wrong
}
