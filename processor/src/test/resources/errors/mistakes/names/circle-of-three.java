// Blocks that need one another; who reads them has no mistake.
@Network
interface Net {
    @Dense(3) Tensor start(@In(4) Tensor image);
    @Add Tensor a(Tensor start, Tensor c); // wrong
    @ReLU Tensor b(Tensor a);
    @Dense(3) Tensor c(Tensor b);
    @Dense(2) Tensor reader(Tensor c);
}
