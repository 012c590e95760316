// A target is a Target: a Tensor would be the value of a block.
@Network
interface Net {
    @Dense(3) Tensor out(@In(4) Tensor image);
    @MeanSquaredError Loss a(Tensor out, Tensor target); // wrong
    @CrossEntropy Loss b(Tensor out, Tensor truth); // wrong
}
