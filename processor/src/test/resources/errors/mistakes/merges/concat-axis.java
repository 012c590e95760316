// Axes that the values do not have.
@Network
interface Net {
    @ReLU Tensor a(@In({5, 4}) Tensor image);
    @Concat(axis = 2) Tensor b(Tensor a, Tensor image); // wrong
    @Concat(axis = -3) Tensor c(Tensor a, Tensor image); // wrong
}
