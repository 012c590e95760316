package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Softmax;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Two outputs, each with a loss, and a third without. */
@Network
interface TwoHeads {
    @Dense(32)
    @ReLU
    Tensor trunk(@In(16) Tensor x);

    @Dense(6)
    Tensor kind(Tensor trunk);

    @Dense(2)
    Tensor price(Tensor trunk);

    @Dense(3)
    @Softmax
    Tensor extra(Tensor trunk);

    @CrossEntropy
    Loss kindLoss(Tensor kind, Label label);

    @MeanSquaredError(weight = 0.5)
    Loss priceLoss(Tensor price, Target target);
}
