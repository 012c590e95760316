// Two linear layers with nothing between them.
@Network
interface Net {
    @Dense(8) Tensor a(@In(4) Tensor image);
    @Dense(3) @ReLU Tensor b(Tensor a); // wrong
    @Dense(3) Tensor c(@Dense(3) Tensor b); // wrong
    @SuppressWarnings("nacre:linear-twice") @Dense(3) Tensor fine(Tensor c);
    @CrossEntropy Loss loss(Tensor fine, Label label);
}
@Network
interface FineWithoutLoss {
    @Dense(8) Tensor wide(@In(4) Tensor image);
    @Dense(3) Tensor out(Tensor wide);
}
@Network
interface FineBottleneck {
    @Dense(2) Tensor narrow(@In(8) Tensor image);
    @Dense(8) Tensor wide(Tensor narrow);
}
@Network
interface FineTwoReaders {
    @Dense(8) Tensor shared(@In(4) Tensor image);
    @Dense(3) Tensor left(Tensor shared);
    @Dense(3) Tensor right(Tensor shared);
}
@Network
interface FineMerge {
    @Dense(8) Tensor left(@In(4) Tensor image);
    @Dense(8) Tensor right(@In(4) Tensor other);
    @Add @Dense(3) Tensor out(Tensor left, Tensor right);
}
@Network
@In(4)
@Dense(8)
@Dense(3) // wrong
interface Stacked {}
