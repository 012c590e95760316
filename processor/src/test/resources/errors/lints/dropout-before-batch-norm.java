// Dropout ahead of a batch normalisation.
@Network
interface Net {
    @Dropout(0.2) @Dense(3) @BatchNorm @ReLU Tensor a(@In(4) Tensor image); // wrong
    @BatchNorm @Dropout(0.2) @Dense(3) Tensor fine(Tensor a);
    @Dropout(0.2) @Reshape({1, 3}) @InstanceNorm(trackRunning = true) @ReLU Tensor b(Tensor fine); // wrong
    @Dropout(0.2) @Reshape({1, 3}) @InstanceNorm @ReLU Tensor each(Tensor fine);
}
@Network
interface OnMethod {
    @SuppressWarnings("nacre:dropout-before-batch-norm")
    @Dropout(0.2) @Dense(3) @BatchNorm @ReLU Tensor a(@In(4) Tensor image);
}
@SuppressWarnings("nacre:dropout-before-batch-norm")
@Network
@In(4)
@Dropout(0.2)
@Dense(3)
@BatchNorm
class OnType {}
