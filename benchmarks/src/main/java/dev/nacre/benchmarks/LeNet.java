package dev.nacre.benchmarks;

import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** LeNet as it is trained today: ReLU and max pooling; 6 and 16 channels of 5x5, then 120-84-10. */
@Network
interface LeNet {
    @Conv2d(value = 6, kernel = 5, padding = 2)
    @ReLU
    @MaxPool2d(kernel = 2)
    Tensor features1(@In({1, 28, 28}) Tensor image);

    @Conv2d(value = 16, kernel = 5)
    @ReLU
    @MaxPool2d(kernel = 2)
    Tensor features2(Tensor features1);

    @Flatten
    @Dense(120)
    @ReLU
    Tensor hidden1(Tensor features2);

    @Dense(84)
    @ReLU
    Tensor hidden2(Tensor hidden1);

    @Dense(10)
    Tensor logits(Tensor hidden2);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
