// A Label does not say how many classes there are; nor does a stack.
@Network
interface Methods {
    @Dense Tensor logits(@In(4) Tensor image); // wrong
    @CrossEntropy Loss loss(Tensor logits, Label label);
}
@Network
@In(4)
@Dense // wrong
@CrossEntropy
interface Stacked {}
