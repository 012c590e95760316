// A product of three values, one of another shape.
@Network
interface Net {
    @Dense(8) @Sigmoid Tensor gate(@In(4) Tensor image);
    @Dense(8) @Tanh Tensor content(Tensor image);
    @Multiply Tensor out(Tensor gate, Tensor content, Tensor image); // wrong
}
