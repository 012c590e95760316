package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Losses on a value inside, and two on one output. */
@Network
interface Losses {
    @Dense(16)
    @Tanh
    Tensor inner(@In(20) Tensor x);

    @Dense(10)
    @ReLU
    Tensor more(Tensor inner);

    @Dense(4)
    Tensor out(Tensor more);

    @MeanSquaredError(weight = 0.25)
    Loss innerError(Tensor inner, Target goal);

    @CrossEntropy
    Loss kindLoss(Tensor out, Label label);

    @MeanSquaredError(weight = 2)
    Loss outError(Tensor out, Target target);
}
