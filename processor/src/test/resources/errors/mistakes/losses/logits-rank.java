// Logits that are no vector, in methods and in a stack.
@Network
interface Methods {
    @Dense(8) @ReLU Tensor hidden(@In({28, 28}) Tensor image);
    @Dense(10) Tensor logits(Tensor hidden);
    @CrossEntropy Loss loss(Tensor logits, Label label); // wrong
}
@Network
@In({28, 28})
@Dense(8)
@ReLU
@Dense(10)
@CrossEntropy // wrong
interface Stacked {}
