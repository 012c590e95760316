// A block called loss that is none.
@Network
interface Net {
    @Dense(3) Tensor loss(@In(4) Tensor image); // wrong
}
