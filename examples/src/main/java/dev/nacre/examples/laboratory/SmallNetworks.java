package dev.nacre.examples.laboratory;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Scaling;
import dev.nacre.tensor.Tensor;

/** Networks so small that one sees every number, or runs every sub-network. */
@SuppressWarnings("nacre:dropout-on-output")
final class SmallNetworks {
    private SmallNetworks() {}

    /** Dropout of five numbers, and nothing else. */
    @Network
    interface Five {
        @Dropout(0.5)
        Tensor y(@In(5) Tensor x);
    }

    /** The same in the classic form. */
    @Network
    interface ClassicFive {
        @Dropout(value = 0.5, scaling = Scaling.AT_EVALUATION)
        Tensor y(@In(5) Tensor x);
    }

    /** Dropout of ten numbers. */
    @Network
    interface Ten {
        @Dropout(0.5)
        Tensor y(@In(10) Tensor x);
    }

    /** Dropout of rows of eight, whose p is set by hand. */
    @Network
    interface Eight {
        @Dropout(0.5)
        Tensor y(@In(8) Tensor x);
    }

    /** Dropout right before the only softmax layer: 2^10 sub-networks. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(10)
    @ReLU
    @Dropout(0.5)
    @Dense(10)
    @CrossEntropy
    interface OneHidden {}

    /** Dropout before a hidden layer as well: 2^10 sub-networks. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(5)
    @ReLU
    @Dropout(0.5)
    @Dense(5)
    @ReLU
    @Dropout(0.5)
    @Dense(10)
    @CrossEntropy
    interface TwoHidden {}

    /** Two narrow hidden layers, whose p is set by hand. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(16)
    @ReLU
    @Dropout(0.5)
    @Dense(16)
    @ReLU
    @Dropout(0.5)
    @Dense(10)
    @CrossEntropy
    interface Narrow {}
}
