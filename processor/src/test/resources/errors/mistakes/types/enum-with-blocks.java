// Blocks in types that are no interface and no abstract class.
@Network
enum Colours { // wrong
    RED {
        @Override
        Tensor hidden(Tensor image) {
            return image;
        }
    };
    abstract Tensor hidden(Tensor image);
}
@Network
record Point(float x, float y) {
    @Dense(3) Tensor hidden(Tensor image) { // wrong
        return image;
    }
}
@Network
class Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image) { // wrong
        return image;
    }
}
