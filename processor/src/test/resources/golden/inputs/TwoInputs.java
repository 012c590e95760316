package golden;

import dev.nacre.annotations.*;
import dev.nacre.tensor.Tensor;

@Network
interface TwoInputs {
    @Dense(64) @ReLU Tensor left(@In(32) Tensor a);

    @Dense(64) @Sigmoid Tensor gate(@In(16) Tensor b);

    @Multiply Tensor gated(Tensor left, Tensor gate);

    @Concat @Dense(8) Tensor out(Tensor gated, Tensor left, Tensor b);
}
