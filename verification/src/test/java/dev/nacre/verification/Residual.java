package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** A residual block with norms and a projection on the edge of its shortcut. */
@Network
interface Residual {
    @Dense(16)
    @BatchNorm
    @ReLU
    Tensor a(@In(24) Tensor x);

    @Dense(16)
    @BatchNorm
    Tensor b(Tensor a);

    @Add
    @Tanh
    Tensor out(Tensor b, @Dense(16) @BatchNorm Tensor x);

    @MeanSquaredError
    Loss error(Tensor out, Target target);
}
