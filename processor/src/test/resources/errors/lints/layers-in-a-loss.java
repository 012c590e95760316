// Layers of every kind ahead of a loss, on its method and on its parameter: nothing is wrong here.
@Network
interface Inner {
    @Dense(3) @BatchNorm @Dropout(0.1) @ReLU Tensor out(@In(3) Tensor x);
}
@Network
interface OnTheMethod {
    @Dense(8) Tensor hidden(@In(4) Tensor image);
    @Standardize @Dense(3) @BatchNorm @Dropout(0.2) @CrossEntropy Loss loss(Tensor hidden, Label label);
}
@Network
interface OnTheParameter {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @MeanSquaredError Loss loss(@Standardize @Dense(3) @BatchNorm @Dropout(0.2) Tensor hidden, Target target);
}
@Network
interface Merging {
    @Dense(3) Tensor hidden(@In(3) Tensor image);
    @Add @Dropout(0.2) @MeanSquaredError Loss loss(Tensor hidden, @Use(Inner.class) Tensor image, Target target);
}
@Network
@In(4)
@Dense(3)
@BatchNorm
@CrossEntropy
class Stacked {}
