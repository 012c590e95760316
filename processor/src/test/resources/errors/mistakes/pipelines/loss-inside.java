// A pipeline that ends with a loss, where no loss may be.
@Stack
@Dense(3)
@CrossEntropy
@interface Graded {}
@Network
interface Net {
    @Dense(4) Tensor hidden(@In(4) Tensor image);
    @Graded Tensor a(Tensor hidden, Label label); // wrong
    @Graded @ReLU Loss b(Tensor hidden, Label label); // wrong
    @Dense(3) Tensor c(@Graded Tensor hidden); // wrong
    @Graded Loss fine(Tensor hidden, Label label);
}
