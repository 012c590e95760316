// Labels of types that are nearly right: one error each.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss a(Tensor logits, long label); // wrong
    @CrossEntropy Loss b(Tensor logits, Integer label); // wrong
    @CrossEntropy Loss c(Tensor logits, short label); // wrong
    @CrossEntropy Loss d(Tensor logits, boolean label); // wrong
    @CrossEntropy Loss e(Tensor logits, char label); // wrong
}
