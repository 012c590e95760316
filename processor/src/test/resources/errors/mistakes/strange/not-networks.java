// Types that are no networks.
@Network
interface Net {
    @Use(void.class) Tensor a(@In(4) Tensor image); // wrong
    @Use(Dense.class) Tensor b(Tensor image); // wrong
    @Use(Override.class) Tensor c(Tensor image); // wrong
    @Use(java.util.Map.Entry.class) Tensor d(Tensor image); // wrong
    @Use(Net[][].class) Tensor e(Tensor image); // wrong
}
