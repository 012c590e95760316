package dev.nacre.verification;

import dev.nacre.annotations.Apply;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.BinaryCrossEntropy;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Networks whose dropout is looked at. */
interface MaskedNetworks {
    /** One softmax layer behind dropout. */
    @Network
    interface OneSoftmax {
        @Dropout(0.5)
        Tensor dropped(@In(8) Tensor x);

        @Dense(4)
        Tensor logits(Tensor dropped);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** Two layers in one block, and one on an axis of time. */
    @Network
    interface Several {
        @Dense(40)
        @ReLU
        Tensor first(@In({3, 50}) Tensor x);

        @Dense(20)
        @Tanh
        @Dropout(0.4)
        Tensor hidden(@Dropout(0.1) Tensor first);

        @Dense(30)
        @ReLU
        @Dropout(0.25)
        Tensor turned(Tensor hidden);

        @Dense(2)
        Tensor y(Tensor turned);
    }

    /** Counts who runs how often: twice before the mask and once after it. */
    @Network
    interface Counted {
        @Dense(6)
        @BatchNorm
        @Apply(Before.class)
        Tensor first(@In(100) Tensor x);

        @Dense(7)
        @Apply(Before.class)
        @Dropout(0.4)
        Tensor second(Tensor first);

        @Dense(5)
        @Apply(After.class)
        Tensor logits(Tensor second);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** A function that counts its calls. */
    final class Before {
        static int calls;

        private Before() {}

        static float value(float x) {
            calls++;
            return 0.5f * x;
        }

        static float derivative(float x) {
            return 0.5f;
        }
    }

    /** Another one. */
    final class After {
        static int calls;

        private After() {}

        static float value(float x) {
            calls++;
            return 2 * x;
        }

        static float derivative(float x) {
            return 2;
        }
    }

    /** Yes or no of a record. */
    @Network
    interface Yes {
        @Dense(12)
        @ReLU
        @Dropout(0.2)
        Tensor hidden(@In Point point);

        @Dense(1)
        Tensor score(Tensor hidden);

        @BinaryCrossEntropy
        Loss loss(Tensor score, boolean inside);
    }

    /** A number of a record. */
    @Network
    interface Amount {
        @Dense(12)
        @ReLU
        @Dropout(0.2)
        Tensor hidden(@In Point point);

        @Dense(1)
        Tensor amount(Tensor hidden);

        @MeanSquaredError
        Loss loss(Tensor amount, float truth);
    }

    /** A sample. */
    record Point(float x, float y) {}
}
