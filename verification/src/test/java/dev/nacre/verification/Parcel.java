package dev.nacre.verification;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.MinMax;
import dev.nacre.annotations.Missing;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Standardize;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** A range on the whole vector of a record with layers of its own; unrolled. */
@Network
interface Parcel {
    @MinMax(high = 3)
    @Dense(4)
    @Tanh
    Tensor hidden(@In Item item);

    @Dense(2)
    Tensor price(Tensor hidden);

    @MeanSquaredError
    Loss loss(Tensor price, Target worth);

    /** What is sent. */
    record Item(
            @Standardize @Missing(indicator = true) Float weight,
            boolean fragile,
            @MinMax long value,
            int size) {}
}
