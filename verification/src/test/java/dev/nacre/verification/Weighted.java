package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Frozen;
import dev.nacre.annotations.He;
import dev.nacre.annotations.In;
import dev.nacre.annotations.L1;
import dev.nacre.annotations.L2;
import dev.nacre.annotations.MaxNorm;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.NonNegative;
import dev.nacre.annotations.Orthogonal;
import dev.nacre.annotations.Repeat;
import dev.nacre.annotations.Tanh;
import dev.nacre.annotations.UnitNorm;
import dev.nacre.annotations.Use;
import dev.nacre.annotations.Xavier;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Holds networks with constraints, penalties and frozen layers, and the same without. */
final class Weighted {
    private Weighted() {}

    /** All of them; the frozen layer lies between layers that learn. */
    @Network
    @Xavier
    @L2(0.001)
    interface Net {
        @MaxNorm(0.5)
        @Dense(24)
        @Tanh
        @Dropout(0.2)
        Tensor first(@In(12) Tensor x);

        @Frozen
        @Dense(16)
        @BatchNorm
        @Tanh
        Tensor kept(Tensor first);

        @Use(Cell.class)
        @Repeat(value = 2, shared = true)
        Tensor tied(Tensor kept);

        @Use(Cell.class)
        @Repeat(2)
        Tensor own(Tensor tied);

        @Dense(8)
        @NonNegative
        @UnitNorm
        @L2(0)
        @L1(0.0005)
        @Tanh
        Tensor last(Tensor own);

        @Dense(4)
        @Orthogonal(gain = 2)
        @L1(0.0003)
        Tensor logits(Tensor last);

        @CrossEntropy(weight = 0.5)
        Loss loss(Tensor logits, Label label);
    }

    /** Two frozen used networks: backward ends at the second, and does not reach the first. */
    @Network
    interface Transfer {
        @Use(Cell.class)
        @Repeat(2)
        @Frozen
        Tensor features(@In(16) Tensor x);

        @Dense(16)
        @Tanh
        Tensor adapted(Tensor features);

        @Use(Cell.class)
        @Frozen
        Tensor kept(Tensor adapted);

        @Dense(4)
        Tensor logits(Tensor kept);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** Used four times, with three sets of weights. */
    @Network
    interface Cell {
        @Dense(16)
        @L2(0.002)
        @Tanh
        Tensor y(@In(16) Tensor x);
    }

    /** The same without constraints, penalties and frozen layers. */
    @Network
    interface Bare {
        @Dense(24)
        @Tanh
        @Dropout(0.2)
        Tensor first(@In(12) Tensor x);

        @Dense(16)
        @BatchNorm
        @Tanh
        Tensor kept(Tensor first);

        @Use(BareCell.class)
        @Repeat(value = 2, shared = true)
        Tensor tied(Tensor kept);

        @Use(BareCell.class)
        @Repeat(2)
        Tensor own(Tensor tied);

        @Dense(8)
        @Tanh
        Tensor last(Tensor own);

        @Dense(4)
        Tensor logits(Tensor last);

        @CrossEntropy(weight = 0.5)
        Loss loss(Tensor logits, Label label);
    }

    /** Used four times, with three sets of weights. */
    @Network
    interface BareCell {
        @Dense(16)
        @Tanh
        Tensor y(@In(16) Tensor x);
    }

    /** Small enough for scalar arithmetic. */
    @Network
    @In(3)
    @L2(0.1)
    @Dense(4)
    @Tanh
    @Dense(4)
    @Frozen
    @Tanh
    @Dense(2)
    @L1(0.05)
    @CrossEntropy
    interface Small {}

    /** Nothing to learn. */
    @Network
    @Frozen
    interface AllFrozen {
        @Dense(6)
        @He
        @Tanh
        Tensor h(@In(5) Tensor x);

        @Dense(2)
        Tensor y(Tensor h);

        @CrossEntropy
        Loss loss(Tensor y, Label label);
    }
}
