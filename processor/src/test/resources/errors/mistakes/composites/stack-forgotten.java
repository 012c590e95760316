// A pipeline that is not declared as one.
@Dense(3) // wrong
@ReLU
@interface Hidden {}
@Network
interface Net {
    @Hidden Tensor hidden(@In(4) Tensor image);
}
