// A pipeline of nothing.
@Stack
@interface Hidden {} // wrong
@Network
interface Net {
    @Hidden Tensor hidden(@In(4) Tensor image);
}
