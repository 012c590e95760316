// A pipeline that does not fit where it is used.
@Stack
@Concat(axis = 1)
@ReLU
@interface Merge {}
@Network
interface Net {
    @Dense(3) Tensor a(@In(4) Tensor image);
    @Merge Tensor b(Tensor a, Tensor image); // wrong
}
