// Networks and types with the names of those that generated code uses: nothing is wrong here.
class Holder {
    @Network
    @In(4)
    @Dense(3)
    @CrossEntropy
    interface Kernels {}
    @Network
    interface Parameter {
        enum String { A, B, C }
        record List(float x, boolean Override, String Tensor) {}
        @Dense Tensor logits(@In List list);
        @CrossEntropy Loss loss(Tensor logits, String string);
    }
}
@Network
interface Plan {
    enum Words { $, A_, class_, Ä, VALUES, values }
    record Point(float $, float toArray, double value, Words words) {}
    @Dense Tensor logits(@In Point point);
    @CrossEntropy Loss loss(Tensor logits, Words words);
}
