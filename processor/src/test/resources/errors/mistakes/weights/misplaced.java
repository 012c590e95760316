// Annotations for weights behind layers that have none for them.
@Network
interface Methods {
    @Dense(3) @ReLU @L2(0.01) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @Dropout(0.5) @L1(0.01) Tensor b(Tensor image); // wrong
    @Dense(3) @BatchNorm @MaxNorm(2) Tensor c(Tensor image); // wrong
    @Dense(3) @Tanh @UnitNorm Tensor d(Tensor image); // wrong
    @Dense(3) @Flatten @NonNegative Tensor e(Tensor image); // wrong
    @Dense(3) @ReLU @Frozen Tensor f(Tensor image); // wrong
    @Dense(3) @BatchNorm @Orthogonal Tensor g(Tensor image); // wrong
    @Dense(3) Tensor h(@Flatten @He(fan = He.Fan.OUT) Tensor image); // wrong
    @CrossEntropy @L2(0.01) Loss loss(Tensor h, Label label); // wrong
}
@Network
interface FineInner {
    @Dense(4) Tensor y(@In(4) Tensor x);
}
@Network
interface Outer {
    @Use(FineInner.class) @Frozen @L1(0.1) Tensor a(@In(4) Tensor image); // wrong
    @Use(FineInner.class) @Repeat(2) @L2(0.01) Tensor b(Tensor a); // wrong
    @Use(FineInner.class) @Xavier Tensor c(Tensor b); // wrong
}
@Network
@In(4)
@Dense(3)
@ReLU
@MaxNorm(3) // wrong
@Dense(2)
@CrossEntropy
interface Stacked {}
