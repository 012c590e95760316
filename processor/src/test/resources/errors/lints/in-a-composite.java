// A pipeline's lint points at its use.
@Stack
@Dense(3)
@ReLU
@Tanh
@interface Twice {}
@Network
interface Net {
    @Twice Tensor a(@In(4) Tensor image); // wrong
}
