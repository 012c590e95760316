// A block that transforms nothing.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @Dense(3) Tensor constant(); // wrong
    @CrossEntropy Loss loss(Label label); // wrong
}
