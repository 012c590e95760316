// Networks that use one another; who uses them has no mistake.
@Network
interface Ash {
    @Use(Oak.class) Tensor a(@In(4) Tensor image);
}
@Network
interface Oak {
    @Dense(4) @Use(Elm.class) Tensor b(@In(4) Tensor image);
}
@Network
interface Elm {
    @Dense(4) Tensor c(@In(4) Tensor image);
    @Use(Ash.class) Tensor d(Tensor c); // wrong
}
@Network
interface User {
    @Use(Ash.class) Tensor a(@In(4) Tensor image);
}
