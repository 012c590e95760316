// Inputs of types that only labels have; who reads them has no mistake.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(3) Tensor a(@In Colour colour); // wrong
    @Dense(3) Tensor b(@In(1) int number); // wrong
    @Dense(3) Tensor c(@In(4) Target target); // wrong
    @Dense(3) Tensor d(Tensor target);
}
