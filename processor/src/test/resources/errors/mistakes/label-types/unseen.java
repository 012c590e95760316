// An unknown value where there is a label.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss a(Tensor logit, Label label); // wrong
    @CrossEntropy Loss b(String text, Label label); // wrong
}
