package golden;

import dev.nacre.annotations.*;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

enum Species {
    SETOSA,
    VERSICOLOR,
    VIRGINICA
}

record Flower(float sepalLength, double sepalWidth, Float petalLength, int petalWidth, boolean wild, Species guess) {}

@Network
interface IrisClassifier {
    @Standardize @Dense(16) @ReLU @Dropout(0.1) Tensor hidden(@In Flower flower);

    @Dense Tensor logits(Tensor hidden);

    @CrossEntropy Loss loss(Tensor logits, Species species);
}
