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

    @Dense(10) @Orthogonal(gain = 0.5) @L1(1e-5) @L2(0) @NonNegative @UnitNorm
    Tensor logits(Tensor gated);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}

/** One stack, with each of the other initialisers. */
@Network
@In(64)
@L1(0.001)
@Dense(32) @TruncatedNormal(0.02)
@Dense(32) @Uniform(low = -0.05, high = 0.1)
@Dense(32) @Xavier(uniform = true)
@Dense(32) @LeCun
@Dense(32) @Constant(0.25)
@Dense(64) @Normal(value = 0.1, mean = 1)
@Tanh
interface Gate {}
