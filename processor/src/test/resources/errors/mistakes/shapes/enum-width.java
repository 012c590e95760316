// Logits for another number of classes than the enum has.
enum Season { SPRING, SUMMER, AUTUMN, WINTER }
@Network
interface Net {
    @Dense(3) Tensor few(@In(4) Tensor image);
    @Dense(5) Tensor many(Tensor image);
    @Dense Tensor fine(Tensor image);
    @CrossEntropy Loss a(Tensor few, Season season); // wrong
    @CrossEntropy Loss b(Tensor many, Season season); // wrong
    @CrossEntropy Loss c(Tensor fine, Season season);
}
