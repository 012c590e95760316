// Labels of a whole batch, which a declaration never writes.
@Network
interface Net {
    enum Colour { RED, GREEN, BLUE }
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss a(Tensor logits, int[] labels); // wrong
    @CrossEntropy Loss b(Tensor logits, Colour[] colours); // wrong
    @CrossEntropy Loss c(Tensor logits, java.util.List<Label> list); // wrong
    @CrossEntropy Loss d(Tensor logits, Enum<Colour> one); // wrong
}
