// An int that overflows in the source, and a sample that no array holds.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(50000 * 50000) Tensor image); // wrong
    @Dense(3) Tensor other(@In({100_000, 100_000}) Tensor scan); // wrong
}
