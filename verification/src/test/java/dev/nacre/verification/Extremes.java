package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.tensor.Tensor;

/** Dropout that drops nothing, and dropout that drops all. */
@Network
@SuppressWarnings({"nacre:high-dropout", "nacre:dropout-on-output"})
interface Extremes {
    @Dense(40)
    @ReLU
    @Dropout(0)
    Tensor nothing(@In(20) Tensor x);

    @Dense(40)
    @ReLU
    @Dropout(1)
    Tensor all(@In(20) Tensor y);

    @Add
    Tensor out(Tensor nothing, Tensor all);
}
