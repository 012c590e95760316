// One input with two shapes.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @Dense(3) Tensor other(@In({2, 2}) Tensor image); // wrong
}
