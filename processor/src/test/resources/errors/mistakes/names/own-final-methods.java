// A final method of the user's own in the place of a generated one.
@Network
abstract class Net {
    @Dense(3) abstract Tensor hidden(@In(4) Tensor image);
    final Tensor forward(Tensor image) { return image; } // wrong
    private void save() {}
}
