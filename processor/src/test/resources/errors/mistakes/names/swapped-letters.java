// Two letters swapped, in the second parameter.
@Network
interface Net {
    @Dense(3) Tensor left(@In(4) Tensor image);
    @Dense(3) Tensor right(Tensor image);
    @Add Tensor both(Tensor left, Tensor rigth); // wrong
}
