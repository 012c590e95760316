// Each width would follow from the other.
@Network
interface Net {
    @Dense Tensor a(@In(4) Tensor image); // wrong
    @Dense Tensor b(Tensor image);
    @Add Tensor both(Tensor a, Tensor b);
}
