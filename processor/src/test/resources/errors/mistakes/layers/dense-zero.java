// A width of 0 that is written is no width that is left out.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(0) Tensor logits(@In(4) Tensor image); // wrong
    @CrossEntropy Loss loss(Tensor logits, Colour colour);
}
