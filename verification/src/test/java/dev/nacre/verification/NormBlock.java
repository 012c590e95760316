package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Tanh;
import dev.nacre.tensor.Tensor;

/** A block with a norm, used by {@link Encoder}. */
@Network
interface NormBlock {
    @Dense(16)
    @BatchNorm
    @Tanh
    Tensor inner(@In(16) Tensor x);

    @Add
    Tensor out(Tensor inner, Tensor x);
}
