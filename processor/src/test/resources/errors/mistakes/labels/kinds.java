// A class for a regression, a number for a classifier.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(3) Tensor logits(@In(4) Tensor image);
    @MeanSquaredError Loss distance(Tensor logits, Colour colour); // wrong
    @CrossEntropy Loss loss(Tensor logits, float number); // wrong
    @CrossEntropy Loss other(Tensor logits, boolean flag); // wrong
}
