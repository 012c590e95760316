// One label, and several positions to compare it at.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(3) Tensor rows(@In({28, 28}) Tensor image);
    @Dense(1) Tensor marks(Tensor rows);
    @CrossEntropy Loss index(Tensor rows, int label); // wrong
    @NegativeLogLikelihood Loss colour(Tensor rows, Colour colour); // wrong
    @Hinge Loss again(Tensor rows, int label); // wrong
    @BinaryCrossEntropy Loss flag(Tensor marks, boolean flag); // wrong
    @SoftMargin Loss sign(Tensor marks, boolean sign); // wrong
    @Huber Loss number(Tensor marks, float number); // wrong
    @CrossEntropy Loss fine(Tensor rows, Label labels);
}
