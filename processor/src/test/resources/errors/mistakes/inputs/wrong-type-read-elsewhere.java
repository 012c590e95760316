// An input of a wrong type is one mistake, however many read it.
@Network
interface Net {
    @Dense(3) Tensor a(@In(4) double[] image); // wrong
    @Dense(3) Tensor b(Tensor image);
    @Add Tensor c(Tensor a, Tensor b);
}
