// Blocks with nothing but a label.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(3) Tensor a(Label label); // wrong
    @Dense(3) Tensor b(Colour colour); // wrong
    @Dense(3) Tensor fine(@In(4) Tensor image);
    @CrossEntropy Loss loss(Label index); // wrong
}
