// An enum with one constant as a label.
enum Only { ONE }
@Network
interface Net {
    @Dense Tensor logits(@In(4) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Only only); // wrong
}
