// A loss without a label, whose method would be the generated one.
@Network
interface Net {
    @Dense(4) Tensor a(@In(4) Tensor x);
    @Dense(4) Tensor b(@In(4) Tensor y);
    @Dense(4) Tensor c(@In(4) Tensor z);
    @Triplet Loss loss(Tensor a, Tensor b, Tensor c); // wrong
}
@Network
interface FineOfOneInput {
    @Dense(4) Tensor a(@In(4) Tensor x);
    @Dense(4) Tensor b(Tensor x);
    @Triplet Loss loss(Tensor a, Tensor b, Tensor x);
}
@Network
interface FineWithWeights {
    @Dense(4) Tensor a(@In(4) Tensor x);
    @Dense(4) Tensor b(@In(4) Tensor y);
    @Dense(4) Tensor c(@In(4) Tensor z);
    @Triplet Loss loss(Tensor a, Tensor b, Tensor c, SampleWeights weights);
}
