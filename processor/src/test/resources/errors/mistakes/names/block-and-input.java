// A block and an input of one name.
@Network
interface Net {
    @Dense(3) Tensor image(@In(4) Tensor image); // wrong
}
