// Too few and too many values for the used network.
@Network
interface FineOne {
    @Dense(3) Tensor out(@In(4) Tensor image);
}
@Network
interface FineTwo {
    @Add Tensor out(@In(4) Tensor left, @In(4) Tensor right);
}
@Network
interface Net {
    @Dense(4) Tensor a(@In(4) Tensor image);
    @Use(FineTwo.class) Tensor b(Tensor a); // wrong
    @Use(FineOne.class) Tensor c(Tensor a, Tensor image); // wrong
    @Use(FineTwo.class) Tensor d(Tensor a, Tensor image, @In(4) Tensor other); // wrong
}
