// Weights of which none is dropped.
@Network
interface Net {
    @Dense(3) @DropConnect(0) @ReLU Tensor a(@In(4) Tensor image); // wrong
    @SuppressWarnings("nacre:no-dropout") @Dense(3) @DropConnect(0) @ReLU Tensor fine(Tensor a);
}

@Network
@DropConnect(0.5)
interface Fine {
    @Dense(3) @ReLU Tensor a(@In(4) Tensor image);
    @Dense(3) @DropConnect(0) @ReLU Tensor b(Tensor a);
}
