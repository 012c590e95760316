// What follows from a mistake is silent: shapes, widths, labels, merges.
enum Colour { RED, GREEN, BLUE }
@Network
interface Net {
    @Dense(-1) Tensor a(@In(4) Tensor image); // wrong
    @Dense Tensor b(Tensor image);
    @Add Tensor c(Tensor a, Tensor b);
    @Concat(axis = 7) Tensor d(Tensor c, Tensor image);
    @Dense(2) Tensor logits(Tensor d);
    @CrossEntropy Loss loss(Tensor logits, Colour colour);
    @Dense Tensor guess(Tensor c);
    @MeanSquaredError Loss distance(Tensor guess, float number);
}
