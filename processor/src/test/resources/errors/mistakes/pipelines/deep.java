// A mistake two pipelines deep is told where the outer one is used.
@Stack
@Dense(3)
@Dropout(1.5)
@interface Inner {}
@Stack
@Inner
@ReLU
@interface Outer {}
@Network
interface Net {
    @Outer Tensor a(@In(4) Tensor image); // wrong
}
