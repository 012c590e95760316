package dev.nacre.verification;

import dev.nacre.annotations.Concat;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Multiply;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Several inputs, and a value with three readers. */
@Network
interface TwoInputs {
    @Dense(16)
    @ReLU
    Tensor left(@In(12) Tensor a);

    @Dense(16)
    @Sigmoid
    Tensor gate(@In({2, 3}) @Flatten Tensor b);

    @Multiply
    Tensor gated(Tensor left, @Dropout(0.25) Tensor gate);

    @Concat
    @Dense(3)
    Tensor out(Tensor gated, Tensor left, Tensor gate);

    @MeanSquaredError
    Loss error(Tensor out, Target target);
}
