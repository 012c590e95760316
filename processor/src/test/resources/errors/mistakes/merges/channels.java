// A map of places beside channels: it has to be said which axis is that of channels.
@Network
interface Net {
    @Conv2d(value = 8, kernel = 3) Tensor features(@In({1, 8, 8}) Tensor image);
    @Conv2d(value = 1, kernel = 1) @Sigmoid @Reshape({6, 6}) Tensor places(Tensor features);
    @Multiply Tensor out(Tensor features, Tensor places); // wrong
}
