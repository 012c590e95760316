package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.Softmax;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Norms before and after products, with and without parameters of their own. */
@Network
interface Norms {
    @BatchNorm(affine = false)
    @Flatten
    @Dense(value = 20, bias = false)
    @Tanh
    @Dropout(0.3)
    Tensor hidden(@In({3, 4, 2}) Tensor image);

    @Dense(value = 8, bias = false)
    @BatchNorm(momentum = 0.2)
    @Sigmoid
    Tensor gate(Tensor hidden);

    @Dense(5)
    @BatchNorm
    @Softmax
    Tensor shares(Tensor gate);

    @MeanSquaredError
    Loss error(Tensor shares, Target target);
}
