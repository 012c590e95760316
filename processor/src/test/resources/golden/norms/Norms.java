package golden;

import dev.nacre.annotations.*;
import dev.nacre.network.*;
import dev.nacre.tensor.Tensor;

@Network
interface Norms {
    @BatchNorm(affine = false) @Flatten @Dense(value = 48, bias = false) @BatchNorm(momentum = 0.2) @Tanh @Dropout(0.3)
    Tensor hidden(@In({3, 4, 4}) Tensor image);

    @Dense(5) @Softmax Tensor probabilities_(Tensor hidden);

    @MeanSquaredError Loss error(Tensor probabilities_, Target target);
}
