// Two values and no label.
@Network
interface Net {
    @Dense(3) Tensor out(@In(4) Tensor image);
    @MeanSquaredError Loss a(Tensor out, @In(3) Tensor target); // wrong
    @CrossEntropy Loss b(Tensor out, Tensor image); // wrong
}
