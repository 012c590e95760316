package golden;

import dev.nacre.annotations.*;
import dev.nacre.annotations.Network;
import dev.nacre.network.*;
import dev.nacre.tensor.Tensor;

@Network
interface TwoHeads {
    @Dense(128) @ReLU Tensor trunk(@In(64) Tensor x);

    @Dense(10) Tensor kind(Tensor trunk);

    @Dense(1) Tensor price(Tensor trunk);

    @CrossEntropy Loss kindLoss(Tensor kind, Label label);

    @MeanSquaredError(weight = 0.5) Loss priceLoss(Tensor price, Target target);
}
