// A mistake in a used network is no mistake of those who use it, which have one of their own.
@Network
interface Inner {
    @Dense(-3) Tensor out(@In(4) Tensor image); // wrong
}
@Network
interface Outer {
    @Use(Inner.class) Tensor a(@In(4) Tensor image);
    @Dense(3) Tensor b(Tensor a);
    @Dropout(2) Tensor c(Tensor image); // wrong
}
@Network
interface Outermost {
    @Use(Outer.class) Tensor a(@In(4) Tensor image);
}
