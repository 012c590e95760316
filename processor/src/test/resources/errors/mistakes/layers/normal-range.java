// Deviations that are none.
@Network
interface Net {
    @Dense(3) @Normal(-0.01) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @Normal(0.0 / 0.0) Tensor b(Tensor image); // wrong
}
