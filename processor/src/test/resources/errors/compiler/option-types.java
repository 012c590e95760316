// Options that do not exist, and values of other types: the compiler's own errors.
@Network
interface Net {
    @Dense(units = 3) Tensor a(@In(4) Tensor image); // wrong
    @Dense("3") Tensor b(Tensor image); // wrong
    @Dense(2.5) Tensor c(Tensor image); // wrong
    @Dens(3) Tensor d(Tensor image); // wrong
    @Use Tensor e(Tensor image); // wrong
}
