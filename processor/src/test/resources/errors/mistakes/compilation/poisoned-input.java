// Nothing behind an input without a shape is reported.
@Network
interface Net {
    @Dense(3) Tensor a(@In({4, 0}) Tensor image); // wrong
    @Concat(axis = 9) Tensor b(Tensor a, Tensor image);
    @Dense Tensor c(Tensor b);
    @Add Tensor d(Tensor c, @In(3) Tensor other);
}
