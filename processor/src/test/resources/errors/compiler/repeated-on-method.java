// Layers repeated on a method: the compiler's own error.
@Network
interface Net {
    @Dense(3) @ReLU @Dense(2) Tensor hidden(@In(4) Tensor image); // wrong
}
