// Targets of types that are nearly right.
@Network
interface Net {
    @Dense(1) Tensor price(@In(4) Tensor image);
    @MeanSquaredError Loss a(Tensor price, double target); // wrong
    @MeanSquaredError Loss b(Tensor price, Float target); // wrong
    @MeanSquaredError Loss c(Tensor price, float[] target); // wrong
    @MeanSquaredError Loss d(Tensor price, Number target); // wrong
}
