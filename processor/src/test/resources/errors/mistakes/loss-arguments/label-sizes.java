// One label for losses that take it in different ways.
@Network
interface Net {
    @Dense(2) Tensor y(@In(4) Tensor x);
    @CrossEntropy Loss classes(Tensor y, Label label);
    @BinaryCrossEntropy Loss flags(Tensor y, Label label); // wrong
    @SoftMargin Loss signs(Tensor y, Label label); // wrong
    @Hinge Loss fine(Tensor y, Label label);
    @Huber Loss shares(Tensor y, Target target);
    @MeanSquaredError Loss distance(@Dense(3) Tensor y, Target target); // wrong
}
