// A class index to ignore among probabilities, which have none.
@Network
interface Net {
    @Dense(3) Tensor y(@In(4) Tensor x);
    @CrossEntropy(ignoreLabel = 0) Loss loss(Tensor y, Target target); // wrong
}
