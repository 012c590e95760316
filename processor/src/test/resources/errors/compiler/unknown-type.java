// What the compiler cannot resolve is its to report, once.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensro image); // wrong
}
