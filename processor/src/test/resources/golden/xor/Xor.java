package golden;

import dev.nacre.annotations.*;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

@Network
interface Xor {
    @Dense(3) @Tanh Tensor hidden(@In(2) Tensor bits);

    @Dense @Sigmoid Tensor answer(Tensor hidden);

    @MeanSquaredError Loss loss(Tensor answer, float truth);
}
