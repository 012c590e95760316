// One block from two sides.
interface Left {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
interface Right {
    @Dense(5) Tensor hidden(@In(4) Tensor image);
}
@Network
interface Net extends Left, Right {} // wrong
