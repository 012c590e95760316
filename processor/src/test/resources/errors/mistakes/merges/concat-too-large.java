// Values that no array holds one behind the other.
@Network
interface Net {
    @ReLU Tensor a(@In(2_000_000_000) Tensor image);
    @Concat Tensor b(Tensor a, Tensor image); // wrong
    @ReLU Tensor c(@In({2, 1_000_000_000}) Tensor scan);
    @Concat(axis = 1) Tensor d(Tensor c, Tensor scan); // wrong
}
