// Nothing but a loss, in methods and in a stack.
@Network
interface Methods { // wrong
    @CrossEntropy Loss loss(@In(4) Tensor logits, Label label);
}
@Network
@In(4)
@CrossEntropy
interface Stacked {} // wrong
