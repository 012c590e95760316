package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Repeat;
import dev.nacre.annotations.Tanh;
import dev.nacre.annotations.Use;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Residual networks whose branches are dropped the more the deeper they are. */
interface Depths {
    /** One block for networks of all widths. */
    interface Residual {
        @Dense
        @Tanh
        Tensor branch(Tensor x);

        @Add
        Tensor out(@DropPath(value = 0.4, linear = true) Tensor branch, Tensor x);
    }

    /** First stage. */
    @Network
    @In(8)
    interface Block8 extends Residual {}

    /** Second stage. */
    @Network
    @In(6)
    interface Block6 extends Residual {}

    /** Two blocks with one of a fixed rate between them. */
    @Network
    interface Pair {
        @Use(Block6.class)
        Tensor first(@In(6) Tensor x);

        @Add
        Tensor between(@DropPath(0.3) @Dense Tensor first, Tensor x);

        @Use(Block6.class)
        Tensor second(Tensor between);
    }

    /** 2 + 1 + 3 + 4 + 2 = 12 of them: repeated, in a block of its own, repeated with shared weights, nested, nested and shared. */
    @Network
    interface Deep {
        @Use(Block8.class)
        @Repeat(2)
        Tensor wide(@In(8) Tensor x);

        @Add
        Tensor own(@DropPath(value = 0.6, linear = true) @Dense(6) Tensor wide, @Dense(6) Tensor x);

        @Use(Block6.class)
        @Repeat(value = 3, shared = true)
        Tensor tied(Tensor own);

        @Use(Pair.class)
        @Repeat(2)
        Tensor pairs(Tensor tied);

        @Use(Pair.class)
        Tensor last(Tensor pairs);

        @Dense(3)
        Tensor logits(Tensor last);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }
}
