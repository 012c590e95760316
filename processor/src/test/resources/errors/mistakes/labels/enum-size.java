// More logits than the enum has constants.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(8) @ReLU Tensor hidden(@In(4) Tensor image);
    @Dense(10) Tensor logits(Tensor hidden);
    @CrossEntropy Loss loss(Tensor logits, Colour colour); // wrong
}
