// An enum without constants as a label.
enum Never {}
@Network
interface Net {
    @Dense Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Never never); // wrong
}
