package weights;

import dev.nacre.annotations.*;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Initialisers, constraints, penalties, frozen layers, and a used network with a penalty of its own. */
@Network
@He
@L2(1e-4)
interface Weighted {
    @Dense(64) @Frozen @BatchNorm @ReLU
    Tensor features(@In(32) Tensor input);

    @MaxNorm(3)
    @Dense(64) @ReLU @Dropout(0.5)
    Tensor hidden(Tensor features);

    @Use(Gate.class) @Repeat(value = 2, shared = true)
    Tensor gated(Tensor hidden);

    @Use(Gate.class) @Frozen
    Tensor kept(Tensor gated);

    @Dense(10) @Orthogonal(gain = 0.5) @L1(1e-5) @L2(0) @NonNegative @UnitNorm
    Tensor logits(Tensor kept);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}

/** Each of the other initialisers. */
@Network
@L1(0.001)
interface Gate {
    @Dense(32) @TruncatedNormal(0.02)
    Tensor truncated(@In(64) Tensor x);

    @Dense(32) @Uniform(low = -0.05, high = 0.1)
    Tensor uniform(Tensor truncated);

    @Dense(32) @Xavier(uniform = true)
    Tensor xavier(Tensor uniform);

    @Dense(32) @LeCun
    Tensor lecun(Tensor xavier);

    @Dense(32) @Constant(0.25)
    Tensor constant(Tensor lecun);

    @Dense(64) @Normal(value = 0.1, mean = 1) @Tanh
    Tensor y(Tensor constant);
}
