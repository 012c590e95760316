// Two blocks of one name.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @Add Tensor hidden(Tensor hidden, Tensor image); // wrong
}
