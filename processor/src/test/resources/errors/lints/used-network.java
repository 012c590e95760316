// A lint in a used network is reported once.
@Network
interface Inner {
    @Dense(3) @ReLU @Tanh Tensor a(@In(3) Tensor image); // wrong
}
@Network
interface Net {
    @Use(Inner.class) @Repeat(3) Tensor a(@In(3) Tensor image);
}
