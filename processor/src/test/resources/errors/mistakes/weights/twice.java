// Two annotations of one kind for the same weights.
@Network
interface Methods {
    @Dense(3) @MaxNorm(2) @UnitNorm Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @Xavier @He Tensor b(Tensor image); // wrong
    @UnitNorm @MaxNorm(1) @Dense(3) Tensor c(Tensor image); // wrong
    @Dense(3) @PyTorchDefault @L2(0.1) @Constant(1) Tensor d(Tensor image); // wrong
    @Dense(3) Tensor e(@Orthogonal @LeCun @Dense(2) Tensor image); // wrong
}
@Network
@Normal(0.1)
@L1(0.1)
@Uniform(low = -1, high = 1) // wrong
interface Above {
    @Dense(3) Tensor a(@In(4) Tensor image);
}
@Network
@In(4)
@L2(0.1)
@L2(0.2) // wrong
@Dense(3)
@Frozen
@Frozen(false) // wrong
@NonNegative
@NonNegative // wrong
interface Stacked {}
@Network
@In(4)
@L2(0.1)
@L1(0.1)
@NonNegative
@MaxNorm(3)
@He
@Dense(3)
@L2(0.2)
@Frozen(false)
@Dense(2)
@UnitNorm
interface FineStack {}
