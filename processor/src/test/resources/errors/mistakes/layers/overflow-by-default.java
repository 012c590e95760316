// A range that is left by an option far from its annotation's start.
@Network
interface Net {
    @Dense(3)
    @ReLU
    @Dropout(
            value = 2) // wrong
    Tensor hidden(
            @In(4)
            Tensor image);
}
