// Several values in one parameter.
@Network
interface Net {
    @Dense(3) Tensor left(@In(4) Tensor image);
    @Add Tensor sum(Tensor... left); // wrong
}
