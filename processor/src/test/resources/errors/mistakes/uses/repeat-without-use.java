// Repeats of what cannot be repeated.
@Network
interface Net {
    @Dense(4) @Repeat(3) Tensor a(@In(4) Tensor image); // wrong
    @Repeat(3) @Dense(4) Tensor b(Tensor image); // wrong
    @Use(FineInner.class) @ReLU @Repeat(2) Tensor c(Tensor image); // wrong
}
@Network
interface FineInner {
    @Dense(4) Tensor hidden(@In(4) Tensor image);
}
