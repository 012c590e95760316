// Networks and types with the names of those that generated code uses: nothing is wrong here.
class Holder {
    @Network
    @In(4)
    @Dense(3)
    @CrossEntropy
    interface Kernels {}
    @Network
    interface Parameter {
        enum Colour { A, B, C }
        record Double(float x, boolean Override, Colour Tensor) {}
        @Dense Tensor logits(@In Double list);
        @CrossEntropy Loss loss(Tensor logits, Colour string);
    }
}
@Network
interface Plan {
    enum Words { $, A_, class_, Ä, VALUES, values }
    record Point(float $, float toArray, double value, Words words) {}
    @Dense Tensor logits(@In Point point);
    @CrossEntropy Loss loss(Tensor logits, Words words);
}
