// Bilinear layers of too few and too many values, and of values that do not fit.
@Network
interface Net {
    @Bilinear(2) Tensor one(@In(3) Tensor a); // wrong
    @Bilinear(2) Tensor three(Tensor a, @In(4) Tensor b, @In(5) Tensor c); // wrong
    @Bilinear(2) Tensor axes(@In({2, 3}) Tensor d, @In({3, 3}) Tensor e); // wrong
    @Bilinear(2) Tensor ranks(Tensor a, Tensor d); // wrong
    @Bilinear(0) Tensor units(Tensor a, Tensor b); // wrong
    @Bilinear(-3) Tensor negative(Tensor a, Tensor b); // wrong
    @Bilinear(1000) Tensor weights(@In(2000) Tensor f, @Dense(2000) Tensor g); // wrong
    @Bilinear(1) Tensor outer(@In({600, 2000}) Tensor h, @In({600, 2000}) Tensor i); // wrong
    @Tanh @Bilinear(2) Tensor second(Tensor a); // wrong
    @Dense(3) Tensor g(Tensor f);
}
@Network
interface Fine {
    @Bilinear(2) @Normal(0.1) Tensor y(@In({2, 3}) Tensor a, @In({2, 4}) Tensor b);
}
