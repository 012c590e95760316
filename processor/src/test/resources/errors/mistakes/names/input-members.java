// Inputs and labels with the names of fields of the generated class.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor mode); // wrong
    @Dense(3) Tensor other(@In(4) Tensor step); // wrong
    @CrossEntropy Loss loss(Tensor other, Label seed); // wrong
}
