package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.tensor.Tensor;

/** A residual block, used by {@link Encoder}. */
@Network
interface Block {
    @Dense(16)
    @ReLU
    @Dropout(0.1)
    Tensor inner(@In(16) Tensor x);

    @Add
    Tensor out(Tensor inner, Tensor x);
}
