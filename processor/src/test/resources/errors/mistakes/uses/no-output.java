// A network without an output is one mistake, its own.
@Network
interface Inner { // wrong
    @CrossEntropy Loss loss(@In(4) Tensor logits, Label label);
}
@Network
interface Net {
    @Use(Inner.class) Tensor a(@In(4) Tensor image);
}
