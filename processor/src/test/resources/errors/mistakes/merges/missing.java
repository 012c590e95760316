// Two and three arguments without a merge.
@Network
interface Net {
    @Dense(4) Tensor a(@In(4) Tensor image);
    @Dense(3) Tensor b(Tensor a, Tensor image); // wrong
    @ReLU @Dense(3) Tensor c(Tensor a, Tensor image, @In(2) Tensor other); // wrong
    @CrossEntropy Loss loss(Tensor a, Tensor image, Label label); // wrong
}
