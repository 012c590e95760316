// Two circles are two mistakes.
@Network
interface Net {
    @ReLU Tensor a(Tensor b); // wrong
    @ReLU Tensor b(Tensor a);
    @ReLU Tensor c(Tensor d); // wrong
    @ReLU Tensor d(Tensor c);
}
