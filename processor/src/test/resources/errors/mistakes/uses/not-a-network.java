// Types that are no networks.
interface Plain {}
@Network
interface Net {
    @Use(Plain.class) Tensor a(@In(4) Tensor image); // wrong
    @Use(String.class) Tensor b(Tensor image); // wrong
    @Use(int.class) Tensor c(Tensor image); // wrong
    @Use(FineInner[].class) Tensor d(Tensor image); // wrong
    @Use(Tensor.class) Tensor e(Tensor image); // wrong
}
@Network
interface FineInner {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
