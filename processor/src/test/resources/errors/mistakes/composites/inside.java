// A mistake in a pipeline, wherever it is used.
@Stack
@Dense(8)
@Dropout(3)
@interface Hidden {}
@Network
interface Net {
    @Hidden Tensor hidden(@In(4) Tensor image); // wrong
}
@Network
interface Other {
    @ReLU Tensor a(@In(4) Tensor image);
    @Add Tensor b(Tensor a, @Hidden Tensor image); // wrong
}
