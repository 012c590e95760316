package dev.nacre.verification;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.tensor.Tensor;

/** A product right on the vector of a record: its gradients can be told by hand. */
@Network
interface Fares {
    @Dense(2)
    Tensor fare(@In Passenger passenger);
}
