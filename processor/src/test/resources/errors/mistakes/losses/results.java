// Results that no block can have.
record Point(float x, float y) {}
@Network
interface Net {
    @Dense(3) void a(@In(4) Tensor image); // wrong
    @Dense(3) float b(Tensor image); // wrong
    @Dense(3) Point c(Tensor image); // wrong
    @Dense(3) Tensor[] d(Tensor image); // wrong
    @Dense(3) Tensor fine(Tensor image);
    @CrossEntropy float e(Tensor fine, Label label); // wrong
    @CrossEntropy void f(Tensor fine, Label label); // wrong
}
