package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Normal;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Holds a network. */
final class Outer {
    private Outer() {}

    /** An abstract class with methods of the user's own, and composites for layers. */
    @Network
    @Normal(0.1)
    abstract static class Inner {
        private final int calls = 2;

        @Hidden
        abstract Tensor first(@In(10) Tensor x);

        @Hidden
        abstract Tensor second(Tensor first);

        @Dense(2)
        abstract Tensor logits(Tensor second);

        @CrossEntropy
        abstract Loss loss(Tensor logits, int label);

        /** Uses a block. */
        Tensor firstTwice(Tensor x, Tensor y) {
            Tensor once = first(x);
            Tensor twice = first(y);
            return calls == 2 ? twice : once;
        }
    }
}
