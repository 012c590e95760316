// A pipeline with an input.
@Stack
@In(4) // wrong
@Dense(3)
@interface Hidden {}
@Network
interface FineNet {
    @Hidden Tensor hidden(@In(4) Tensor image);
}
