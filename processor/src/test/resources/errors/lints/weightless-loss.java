// A loss that counts for nothing.
@Network
interface Net {
    @Dense(3) Tensor a(@In(4) Tensor image);
    @CrossEntropy(weight = 0) Loss one(Tensor a, Label label); // wrong
    @SuppressWarnings("nacre:weightless-loss") @CrossEntropy(weight = 0) Loss fine(Tensor a, Label label);
}
