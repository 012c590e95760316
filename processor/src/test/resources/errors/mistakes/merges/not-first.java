// A merge behind another layer.
@Network
interface Net {
    @Dense(4) Tensor a(@In(4) Tensor image);
    @ReLU @Add Tensor b(Tensor a, Tensor image); // wrong
}
