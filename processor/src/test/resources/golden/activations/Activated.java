package golden;

import dev.nacre.annotations.*;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** A function whose class is called like a block. */
class cube {
    static float value(float x) {
        return x * x * x;
    }

    static double derivative(double x) {
        return 3 * x * x;
    }
}

@SuppressWarnings("nacre:linear-twice")
@Network
interface Activated {
    @Dense(32) @LeakyReLU(0.2) @Dropout(0.1) Tensor leaky(@In(24) Tensor x);

    @Dense(32) @GELU @Dropout(0.2) Tensor gelu(Tensor leaky);

    @Dense(32) @PReLU(32) Tensor learned(Tensor gelu);

    @Dense(32) @RReLU Tensor random(Tensor learned);

    @GLU @Dense(16) @Apply(cube.class) Tensor cube(Tensor random);

    @Dense(4) @HardTanh(min = -3, max = 3) @LogSoftmax Tensor y(Tensor cube);

    /** Small enough for scalar arithmetic. */
    @Network
    interface Small {
        @Dense(3) @ELU(0.5) @Dropout(0.2) Tensor h(@In(2) Tensor x);

        @Dense(3) @SiLU @Dropout(0.2) Tensor i(Tensor h);

        @Dense(2) @Apply(Identity.class) @Softmax Tensor y(Tensor i);
    }

    /** Calls itself by its nested name. */
    final class Identity {
        private Identity() {}

        static float value(float x) {
            return x;
        }

        static float derivative(float x) {
            return 1;
        }
    }
}
