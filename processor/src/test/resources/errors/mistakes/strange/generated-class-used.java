// The generated class in place of the type that it is generated from.
@Network
interface FineInner {
    @Dense(4) Tensor out(@In(4) Tensor x);
}
@Network
interface Net {
    @Use(FineInnerNetwork.class) Tensor a(@In(4) Tensor image); // wrong
    @Use(FineInnerPredictor.class) Tensor b(Tensor image); // wrong
    @Use(dev.nacre.network.Network.class) Tensor c(Tensor image); // wrong
}
