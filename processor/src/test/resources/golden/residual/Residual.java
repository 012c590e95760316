package golden;

import dev.nacre.annotations.*;
import dev.nacre.tensor.Tensor;

@Network
interface Residual {
    @Dense(32) @BatchNorm @ReLU Tensor a(@In(64) Tensor x);

    @Dense(32) @BatchNorm Tensor b(Tensor a);

    @Add @ReLU Tensor out(Tensor b, @Dense(32) @BatchNorm Tensor x);
}
