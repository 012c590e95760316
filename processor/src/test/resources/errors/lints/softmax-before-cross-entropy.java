// A softmax whose result flows into a cross entropy, in each way that it can.
@Network
interface InABlock {
    @Dense(3) @Softmax Tensor probabilities1(@In(4) Tensor image); // wrong
    @CrossEntropy Loss loss(Tensor probabilities1, Label label);
}
@Network
interface OnAParameter {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(@Softmax Tensor logits, Label label); // wrong
}
@Network
interface InTheStack {
    @Dense(3) @ReLU Tensor hidden(@In(4) Tensor image);
    @Dense(3) @Softmax @CrossEntropy Loss loss(Tensor hidden, Label label); // wrong
}
@Network
@In(4)
@Dense(3)
@Softmax // wrong
@CrossEntropy
class Stacked {}
@Network
interface OnTheBlock {
    @SuppressWarnings("nacre:softmax-before-cross-entropy")
    @Dense(3) @Softmax Tensor shares(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor shares, Label label);
}
@Network
interface OnTheLoss {
    @Dense(3) @Softmax Tensor shares(@In(4) Tensor image);
    @SuppressWarnings("nacre:softmax-before-cross-entropy")
    @CrossEntropy Loss loss(Tensor shares, Label label);
}
@SuppressWarnings("nacre:softmax-before-cross-entropy")
@Network
@In(4)
@Dense(3)
@Softmax
@CrossEntropy
class OnType {}
@Network
interface Fine {
    @Dense(3) @Softmax Tensor shares(@In(4) Tensor image);
    @MeanSquaredError Loss loss(Tensor shares, Target target);
}
