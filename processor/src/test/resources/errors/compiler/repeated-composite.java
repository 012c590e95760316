// A pipeline twice on one method: the compiler's own error.
@Stack
@Dense(3)
@interface Hidden {}
@Network
interface Net {
    @Hidden @Hidden Tensor hidden(@In(4) Tensor image); // wrong
}
