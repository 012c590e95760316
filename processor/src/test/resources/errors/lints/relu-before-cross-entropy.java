// Logits that cannot be negative.
@Network
interface Net {
    @Dense(3) @ReLU Tensor a(@In(4) Tensor image); // wrong
    @CrossEntropy Loss one(Tensor a, Label label);
    @SuppressWarnings("nacre:relu-before-cross-entropy") @Dense(3) @ReLU Tensor fine(Tensor image);
    @CrossEntropy Loss two(Tensor fine, Label label);
    @MeanSquaredError Loss three(Tensor a, Target target);
}
