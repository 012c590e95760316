// An enum of another number of constants than there are scores.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(4) Tensor y(@In(4) Tensor x);
    @Hinge Loss hinge(Tensor y, Colour colour); // wrong
}
