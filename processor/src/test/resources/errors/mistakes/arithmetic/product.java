// A product that an int cannot hold, and that comes out negative.
@Network
interface Net {
    @Dense(50000 * 50000) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(4 * (70_000 * 70_000)) Tensor more(Tensor image); // wrong
    @Dense(100 * 100) Tensor fine(Tensor image);
}
