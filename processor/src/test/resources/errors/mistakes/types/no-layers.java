// Methods without layers, with and without an input, and layers on a parameter alone.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    Tensor copy(Tensor hidden); // wrong
    Tensor other(@In(4) Tensor scan); // wrong
    Tensor edge(@Dense(3) Tensor hidden); // wrong
    @Normal(0.1) Tensor start(Tensor hidden); // wrong
    String toString();
    default Tensor own(Tensor hidden) {
        return hidden;
    }
}
