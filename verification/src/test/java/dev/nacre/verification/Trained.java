package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Networks for the tests of training. */
final class Trained {
    private Trained() {}

    /** Everything that a step changes: weights, running statistics, masks. */
    @Network
    interface Fragile {
        @Dense(16)
        @BatchNorm
        @ReLU
        @Dropout(0.2)
        Tensor first(@In(8) Tensor x);

        @Dense(16)
        @ReLU
        Tensor second(Tensor first);

        @Dense(3)
        Tensor logits(Tensor second);

        @CrossEntropy
        Loss error(Tensor logits, Label label);
    }

    /** Two products, whose gradients grow with each other. */
    @Network
    interface Line {
        @Dense(1)
        Tensor inner(@In(1) Tensor x);

        @Dense(1)
        Tensor outer(Tensor inner);

        @MeanSquaredError
        Loss error(Tensor outer, Target goal);
    }

    /** Much more comes out than goes in. */
    @Network
    interface Wide {
        @Dense(4000)
        Tensor wide(@In(1) Tensor x);

        @Dense(2)
        Tensor out(Tensor wide);

        @CrossEntropy
        Loss error(Tensor out, Label label);
    }

    /** A sample whose reading does what a test likes. */
    record Sample(float value) {
        private static final ThreadLocal<Runnable> WHEN_READ = ThreadLocal.withInitial(() -> () -> {});

        /** Lets the present thread do something in the middle of its next predictions. */
        static void whenRead(Runnable action) {
            WHEN_READ.set(action);
        }

        @Override
        public float value() {
            WHEN_READ.get().run();
            return value;
        }
    }

    /** Reads {@link Sample}s. */
    @Network
    interface Waiting {
        @Dense(8)
        @ReLU
        @Dropout(0.5)
        Tensor hidden(@In Sample sample);

        @Dense
        Tensor logits(Tensor hidden);

        @CrossEntropy
        Loss error(Tensor logits, Species species);
    }
}
