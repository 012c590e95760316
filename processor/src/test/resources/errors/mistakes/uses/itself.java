// A network that uses itself.
@Network
interface Net {
    @Dense(4) Tensor hidden(@In(4) Tensor image);
    @Use(Net.class) Tensor more(Tensor hidden); // wrong
}
