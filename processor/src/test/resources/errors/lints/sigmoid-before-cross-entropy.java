// Probabilities where logits are expected.
@Network
interface Net {
    @Dense(3) @Sigmoid Tensor a(@In(4) Tensor image); // wrong
    @CrossEntropy Loss one(Tensor a, Label label);
    @CrossEntropy Loss two(@Sigmoid Tensor image, Label other); // wrong
    @Dense(3) @Sigmoid Tensor fine(Tensor image);
    @SuppressWarnings("nacre:sigmoid-before-cross-entropy") @CrossEntropy Loss three(Tensor fine, Label label);
    @MeanSquaredError Loss four(Tensor fine, Target target);
}
