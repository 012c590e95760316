// The last layer of an output is a dropout.
@Network
interface Net {
    @Dense(3) @Dropout(0.5) Tensor logits(@In(4) Tensor image); // wrong
    @CrossEntropy Loss loss(Tensor logits, Label label);
}
@Network
@In(4)
@Dense(3)
@Dropout(0.2) // wrong
class Stacked {}
@Network
interface OnMethod {
    @SuppressWarnings("nacre:dropout-on-output")
    @Dense(3) @Dropout(0.5) Tensor logits(@In(4) Tensor image);
}
@SuppressWarnings("nacre:dropout-on-output")
@Network
interface OnType {
    @Dense(3) @Dropout(0.5) Tensor logits(@In(4) Tensor image);
}
@Network
interface NotAnOutput {
    @Dense(3) @Dropout(0.5) Tensor hidden(@In(4) Tensor image);
    @Dense(3) Tensor logits(Tensor hidden);
}
