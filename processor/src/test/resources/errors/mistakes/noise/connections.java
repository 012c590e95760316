// Dropped weights where there are none, too many of them, and moments of what has none.
@Network
interface Net {
    @Stack
    @Dense(3)
    @DropConnect(0.2)
    @interface Hidden {}
    @Dense(3) @DropConnect(1.5) @ReLU Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @ReLU @DropConnect Tensor b(Tensor a); // wrong
    @Hidden @DropConnect(0.3) Tensor c(Tensor b); // wrong
    @Dense(3) @DropConnect(value = 1, evaluation = DropConnect.Evaluation.MOMENT_MATCHING) @ReLU Tensor d(Tensor c); // wrong
    @Dense(3) @DropConnect(samples = 0, evaluation = DropConnect.Evaluation.MOMENT_MATCHING) @ReLU Tensor e(Tensor d); // wrong
    @LayerNorm @DropConnect Tensor f(Tensor e); // wrong
}
