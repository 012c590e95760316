// A shape where it follows from the record.
record Flower(float length, float width) {}
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(2) Flower flower); // wrong
}
