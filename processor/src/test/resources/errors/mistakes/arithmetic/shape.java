// One size of a shape; the others are as they should be.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In({3, 65537 * 65537}) Tensor image); // wrong
    @Dense(3) Tensor more(@In({200 * 200, 3}) Tensor scan);
}
