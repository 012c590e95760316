package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** A record whose components have layers, read by two blocks. */
@Network
interface Survival {
    @Dense(40)
    @Tanh
    @Dropout(0.1)
    Tensor hidden(@In Passenger passenger);

    @Dense(8)
    @Tanh
    Tensor narrow(Tensor hidden);

    @Add
    @Dense(2)
    Tensor logits(Tensor narrow, @Dense(8) Passenger passenger);

    @CrossEntropy
    Loss loss(Tensor logits, Outcome outcome);

    /** The classes. */
    enum Outcome {
        LOST,
        SAVED
    }
}
