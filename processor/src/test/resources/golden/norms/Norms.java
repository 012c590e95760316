package golden;

import dev.nacre.annotations.*;
import dev.nacre.annotations.Network;
import dev.nacre.network.*;
import dev.nacre.tensor.Tensor;

@Network
interface Norms {
    @BatchNorm(affine = false) @Flatten @Dense(value = 48, bias = false) @Tanh @Dropout(0.3)
    Tensor hidden(@In({3, 4, 4}) Tensor image);

    @Dense(8) @BatchNorm(momentum = 0.2) @Sigmoid Tensor gate(Tensor hidden);

    @Dense(5) @Softmax Tensor shares(Tensor gate);

    @MeanSquaredError Loss error(Tensor shares, Target target);
}
