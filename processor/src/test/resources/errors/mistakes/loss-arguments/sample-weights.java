// Weights of samples where nothing is weighted, and twice.
@Network
interface Net {
    @Dense(4) Tensor y(@In(4) Tensor x, SampleWeights outside); // wrong
    @CrossEntropy Loss loss(Tensor y, Label label, SampleWeights one, SampleWeights two); // wrong
    @Dense(4) Tensor z(@In(4) SampleWeights alone); // wrong
}
@Network
interface Read {
    @Dense(4) Tensor y(@In(4) Tensor x);
    @CrossEntropy Loss loss(Tensor y, Label label, @Dense(2) SampleWeights decorated); // wrong
    @CrossEntropy Loss more(Tensor y, SampleWeights label, Label other); // wrong
}
