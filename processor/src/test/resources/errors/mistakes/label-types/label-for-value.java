// A block's value, taken as a label.
@Network
interface Net {
    @Dense(3) Tensor out(@In(4) Tensor image);
    @CrossEntropy Loss a(Label out, Label label); // wrong
    @MeanSquaredError Loss b(Target target, Target out); // wrong
    @CrossEntropy Loss fine(Label label, Tensor out);
}
