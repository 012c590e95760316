// A block whose layer the compiler does not know is no block without a layer.
@Network
interface Net {
    @Dense(3) Tensor a(@In(4) Tensor image);
    @Foo Tensor b(Tensor a); // wrong
}
@Network
interface OnParameter {
    @Dense(3) Tensor a(@In(4) Tensor image);
    @Add Tensor b(Tensor a, @Foo(2) Tensor image); // wrong
}
@Network
@Foo // wrong
interface OnType {
    Tensor a(@In(4) Tensor image);
}
