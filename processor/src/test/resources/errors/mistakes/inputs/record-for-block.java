// A block's value taken for a record.
record Flower(float length, float width) {}
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Flower flower);
    @Dense(3) Tensor more(Flower hidden); // wrong
}
