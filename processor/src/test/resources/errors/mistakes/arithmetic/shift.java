// Shifts beyond the last bit.
@Network
interface Net {
    @Dense(1 << 31) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(5 << 30) Tensor more(Tensor image); // wrong
    @Dense(1 << 10) Tensor fine(Tensor image);
}
