package com.example;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

@Network
interface Mistaken {
    @Dropout(1.5) @Dense(10) Tensor logits(@In(784) Tensor image);
    @CrossEntropy Loss loss(Tensor logits, Label label);
}
