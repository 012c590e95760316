// Class weights of the wrong number, and weights that are none.
@Network
interface Net {
    @Dense(3) Tensor y(@In(4) Tensor x);
    @CrossEntropy(classWeights = {1, 2}) Loss a(Tensor y, Label label); // wrong
    @Hinge(classWeights = 1) Loss b(Tensor y, Label label); // wrong
    @NegativeLogLikelihood(classWeights = {1, -1, 1}) Loss c(Tensor y, Label label); // wrong
    @CrossEntropy(classWeights = {1, 0.0 / 0.0, 1}) Loss d(Tensor y, Label label); // wrong
    @CrossEntropy(classWeights = {0, 0, 0}) Loss e(Tensor y, Label label); // wrong
    @BinaryCrossEntropy(positiveWeight = {1, 2}) Loss f(Tensor y, Label flags); // wrong
    @BinaryCrossEntropy(positiveWeight = -1) Loss g(Tensor y, Label flags); // wrong
    @BinaryCrossEntropy(positiveWeight = {1, 2, 3}) Loss fine(Tensor y, Label flags);
}
