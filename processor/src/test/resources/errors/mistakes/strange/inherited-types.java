// A type that the network inherits hides one that the generated class names.
interface Base {
    class Tensor {} // wrong
    enum RunState { ON, OFF } // wrong
}
@Network
interface Net extends Base {
    @Dense(3) dev.nacre.tensor.Tensor hidden(@In(4) dev.nacre.tensor.Tensor image);
}
