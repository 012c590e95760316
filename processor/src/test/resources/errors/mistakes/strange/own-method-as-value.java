// A parameter with the name of a method that is no block.
@Network
abstract class Net {
    @Dense(3) abstract Tensor hidden(@In(4) Tensor image);
    Tensor scaled(Tensor hidden) { return hidden; }
    static Tensor constant() { return null; }
    @Dense(3) abstract Tensor out(Tensor scaled); // wrong
    @Dense(3) abstract Tensor more(Tensor constant); // wrong
}
