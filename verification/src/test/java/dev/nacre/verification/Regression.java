package dev.nacre.verification;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Nothing that depends on the batch or on chance: gradients of batches add up. */
@Network
interface Regression {
    @Dense(24)
    @Tanh
    Tensor hidden(@In(12) Tensor x);

    @Dense(7)
    Tensor y(Tensor hidden);

    @MeanSquaredError
    Loss loss(Tensor y, Target target);
}
