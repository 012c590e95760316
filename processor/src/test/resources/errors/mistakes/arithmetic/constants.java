// Constants that went wrong where they are declared.
@Network
interface Net {
    int LARGE = 2_000_000_000;
    int SUM = LARGE + LARGE;
    int TRIPLE = LARGE + LARGE + LARGE;
    @Dense(SUM) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(Net.TRIPLE) Tensor more(Tensor image); // wrong
    @Dense(Widths.WIDE - 1) Tensor wide(Tensor image); // wrong
    @Dense(Widths.FINE) Tensor fine(Tensor image);
}
class Widths {
    static final int WIDE = 3 * 1_000_000_000;
    static final int FINE = 3;
}
