// One label with two types.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @Dense(3) Tensor others(Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Colour colour);
    @CrossEntropy Loss other(Tensor others, Label colour); // wrong
}
