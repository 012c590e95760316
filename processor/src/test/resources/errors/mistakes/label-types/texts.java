// Classes by their names.
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss a(Tensor logits, String label); // wrong
    @CrossEntropy Loss b(CharSequence label, Tensor logits); // wrong
}
