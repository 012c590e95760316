// A product of which nothing is left.
@Network
interface Net {
    @Dense(65536 * 65536) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(3) Tensor more(@In({1 << 16 << 16, 3}) Tensor scan); // wrong
}
