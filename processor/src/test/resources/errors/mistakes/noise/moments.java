// Nothing right behind the layer that could be averaged.
@Network
interface Net {
    @Dense(3) @DropConnect(evaluation = DropConnect.Evaluation.MOMENT_MATCHING) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) @DropConnect(evaluation = DropConnect.Evaluation.MOMENT_MATCHING) @LayerNorm @ReLU Tensor b(Tensor a); // wrong
    @DropConnect(evaluation = DropConnect.Evaluation.MOMENT_MATCHING) @Dense(3) Tensor c(Tensor b); // wrong
    @Dense(3) @DropConnect(evaluation = DropConnect.Evaluation.MOMENT_MATCHING) @Softmax Tensor d(Tensor c); // wrong
}
