// Repeats that are none, and too many.
@Network
interface Net {
    @Use(FineInner.class) @Repeat(0) Tensor a(@In(4) Tensor image); // wrong
    @Use(FineInner.class) @Repeat(-2) Tensor b(Tensor image); // wrong
    @Use(FineInner.class) @Repeat(value = 5000, shared = true) Tensor c(Tensor image); // wrong
}
@Network
interface FineInner {
    @Dense(4) Tensor hidden(@In(4) Tensor image);
}
