package dev.nacre.verification;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Two bits in, one out: unrolled to scalar arithmetic. */
@Network
interface Xor {
    @Dense(3)
    @Tanh
    Tensor hidden(@In(2) Tensor bits);

    @Dense
    @Sigmoid
    Tensor answer(Tensor hidden);

    @MeanSquaredError
    Loss loss(Tensor answer, float truth);
}
