// Constraints and penalties on what is frozen.
@Network
interface Frozen1 {
    @Dense(3) @Frozen @L2(0.01) Tensor a(@In(4) Tensor image); // wrong
    @MaxNorm(2) @Frozen @Add @Dense(3) @Tanh Tensor b(Tensor a, @Dense(3) Tensor image); // wrong
    @Frozen @Dense(3) @NonNegative @UnitNorm Tensor c(Tensor b); // wrong wrong
    @L1(0.1) @Dense(3) @Frozen @Tanh Tensor d(Tensor c);
    @Frozen @Dense(3) @L2(0) Tensor e(Tensor d);
    @SuppressWarnings("nacre:frozen-weights") @Frozen @Dense(3) @L2(0.2) Tensor f(Tensor e);
}
@Network
@L2(0.01)
@Xavier
interface Frozen2 {
    @Frozen @Dense(3) Tensor a(@In(4) Tensor image);
    @Dense(3) @Frozen Tensor b(Tensor a);
    @Dense(3) Tensor c(Tensor b);
}
@Network
@L2(0.01) // wrong
@Frozen
interface Frozen3 {
    @Dense(3) Tensor a(@In(4) Tensor image);
    @Dense(3) @Frozen(false) Tensor b(Tensor a);
    @Dense(3) Tensor c(Tensor b);
}
