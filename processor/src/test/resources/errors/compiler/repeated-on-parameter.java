// Layers repeated on a parameter: the compiler's own error.
@Network
interface Net {
    @Dense(3) Tensor hidden(@Dense(3) @ReLU @Dense(2) @In(4) Tensor image); // wrong
}
