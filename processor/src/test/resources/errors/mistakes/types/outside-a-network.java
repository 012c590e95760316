// Layers where nothing reads them.
interface NetworkForgotten {
    @Dense(3) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(3) Tensor more(Tensor hidden);
}
@In(4) // wrong
@Dense(3)
class StackForgotten {}
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @ReLU default Tensor own(Tensor hidden) { // wrong
        return hidden;
    }
    static Tensor help(@Dense(3) Tensor hidden) { // wrong
        return hidden;
    }
}
