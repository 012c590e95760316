// One label, and several positions to compare it at.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(3) Tensor rows(@In({28, 28}) Tensor image);
    @Dense(1) Tensor marks(Tensor rows);
    @CrossEntropy Loss index(Tensor rows, int label); // wrong
    @NegativeLogLikelihood Loss colour(Tensor rows, Colour paint); // wrong
    @Hinge Loss again(Tensor rows, int label); // wrong
    @BinaryCrossEntropy Loss flag(Tensor marks, boolean yes); // wrong
    @SoftMargin Loss sign(Tensor marks, boolean more); // wrong
    @Huber Loss number(Tensor marks, float price); // wrong
    @CrossEntropy Loss fine(Tensor rows, Label labels);
}
