// A repetition with nothing before it to repeat.
@Stack
@Repeat(3)
@interface Thrice {}
@Network
interface FineInner {
    @Dense(4) Tensor out(@In(4) Tensor x);
}
@Network
interface Net {
    @Dense(4) @Thrice Tensor a(@In(4) Tensor image); // wrong
    @Use(FineInner.class) @Thrice Tensor fine(Tensor image);
}
