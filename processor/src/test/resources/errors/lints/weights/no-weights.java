// Annotations for weights ahead of layers that have none.
@Network
@Normal(0.01)
@UnitNorm // wrong
interface Nothing {
    @L2(0.01) @ReLU Tensor a(@In(4) Tensor image); // wrong
    @MaxNorm(2) @Dense(3) @UnitNorm Tensor b(Tensor a); // wrong
    @Dense(3) @MaxNorm(2) Tensor c(@He @Flatten Tensor b); // wrong
    @SuppressWarnings("nacre:no-weights") @L2(0.01) @Flatten Tensor d(Tensor c);
}
@Network
interface Inner {
    @Dense(4) Tensor y(@In(4) Tensor x);
}
@Network
@Xavier // wrong
interface Outer {
    @Use(Inner.class) Tensor a(@In(4) Tensor image);
}
@Network
@In(4)
@Frozen // wrong
@ReLU
interface Stacked {}
