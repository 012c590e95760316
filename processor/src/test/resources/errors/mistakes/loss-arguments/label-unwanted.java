// A label where predictions are compared with one another.
@Network
interface Net {
    @Dense(4) Tensor a(@In(4) Tensor x);
    @Dense(4) Tensor b(Tensor x);
    @Triplet Loss nearer(Tensor a, Tensor b, Tensor x, Label label); // wrong
}
