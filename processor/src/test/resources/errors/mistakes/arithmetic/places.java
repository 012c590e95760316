// On a parameter, in a loss, and in a repetition.
@Network
interface FineInner {
    @Dense(4) Tensor out(@In(4) Tensor x);
}
@Network
interface Net {
    @Dense(3) Tensor hidden(@Dense(65537 * 65537) @In(4) Tensor image); // wrong
    @Use(FineInner.class) @Repeat(65537 * 65537) Tensor more(Tensor image); // wrong
    @CrossEntropy(weight = 100_000 * 100_000) Loss loss(Tensor hidden, Label label); // wrong
}
