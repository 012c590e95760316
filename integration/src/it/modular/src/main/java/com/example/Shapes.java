package com.example;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

@Network
interface Shapes {
    @Dense(16)
    @ReLU
    Tensor hidden(@In(4) Tensor x);

    @Dense(3)
    Tensor logits(Tensor hidden);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
