// Blocks with weights that no loss depends on.
@Network
interface Net {
    @Dense(3) @ReLU Tensor hidden(@In(4) Tensor image);
    @Dense(3) Tensor logits(Tensor hidden);
    @Dense(3) @ReLU Tensor forgotten(Tensor hidden); // wrong
    @Dense(3) Tensor after(Tensor forgotten); // wrong
    @Softmax Tensor shares(Tensor logits);
    @SuppressWarnings("nacre:untrained") @Dense(3) Tensor fine(Tensor hidden);
    @CrossEntropy Loss loss(Tensor logits, Label label);
}
@Network
interface FineWithoutLoss {
    @Dense(3) Tensor left(@In(4) Tensor image);
    @Dense(3) Tensor right(Tensor image);
}
