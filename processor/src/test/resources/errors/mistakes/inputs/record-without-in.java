// A record that is not declared as an input.
record Flower(float length, float width) {}
@Network
interface Net {
    @Dense(3) Tensor hidden(Flower flower); // wrong
}
