// Two mistakes in one parameter, and none of what follows from them.
@Network
interface Net {
    @Dense(-3) Tensor hidden(@Dropout(4) @BatchNorm(momentum = 2) @In(0) Tensor image); // wrong, wrong, wrong, wrong
    @Dense(3) Tensor next(Tensor hidden);
    @CrossEntropy Loss loss(Tensor next, Label label);
}
