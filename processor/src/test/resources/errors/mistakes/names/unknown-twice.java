// One unknown name in two places is one mistake.
@Network
interface Net {
    @Dense(3) Tensor hidden(Tensor picture); // wrong
    @Dense(3) Tensor other(Tensor picture);
    @Dense(3) Tensor fine(@In(2) Tensor image);
}
