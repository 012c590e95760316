// One input with two types, as input and by name.
@Network
interface Net {
    record Point(float x, float y) {}
    @Dense(3) Tensor hidden(@In Point point);
    @Dense(3) Tensor other(@In(2) Tensor point); // wrong
    @Dense(3) Tensor third(Tensor point); // wrong
    @Dense(3) Tensor fine(Point point);
}
