// Networks that declare nothing, or only an input, or only how weights begin.
@Network
interface Empty {} // wrong
@Network
@In(4)
interface Input {} // wrong
@Network
@In(4)
@Normal(0.1)
interface Start {} // wrong
@Network
abstract class Methods { // wrong
    Tensor code(Tensor a) {
        return a;
    }
}
