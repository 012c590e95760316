// A pipeline that begins with a merge, where there is nothing to merge.
@Stack
@Add
@ReLU
@interface Joined {}
@Network
interface Net {
    @Dense(4) Tensor hidden(@In(4) Tensor image);
    @Joined Tensor a(Tensor hidden); // wrong
    @Dense(4) @Joined Tensor b(Tensor hidden, Tensor image); // wrong
    @Dense(4) Tensor c(@Joined Tensor hidden); // wrong
    @Joined Tensor fine(Tensor hidden, Tensor image);
}
