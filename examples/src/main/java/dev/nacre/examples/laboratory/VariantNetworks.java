package dev.nacre.examples.laboratory;

import dev.nacre.annotations.AlphaDropout;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.GaussianDropout;
import dev.nacre.annotations.GaussianNoise;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LeCun;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.SELU;
import dev.nacre.annotations.Scaling;

/** 784-256-256-10 with what the documents name beside dropout. */
final class VariantNetworks {
    private VariantNetworks() {}

    /** All three rates, to be set by hand. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dropout(0.2)
    @Dense(256)
    @ReLU
    @Dropout(0.5)
    @Dense(256)
    @ReLU
    @Dropout(0.5)
    @Dense(10)
    @CrossEntropy
    interface Tuned {}

    /** No scaling in training; in evaluation each unit times q. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(256)
    @ReLU
    @Dropout(value = 0.2, scaling = Scaling.AT_EVALUATION)
    @Dense(256)
    @ReLU
    @Dropout(value = 0.5, scaling = Scaling.AT_EVALUATION)
    @Dense(10)
    @CrossEntropy
    interface Classic {}

    /** Weights are dropped, not units. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(256)
    @DropConnect(0.2)
    @ReLU
    @Dense(256)
    @DropConnect(0.5)
    @ReLU
    @Dense(10)
    @CrossEntropy
    interface Connections {}

    /** Noise on the pixels, which are from 0 to 1. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @GaussianNoise(0.2)
    @Dense(256)
    @ReLU
    @Dense(256)
    @ReLU
    @Dense(10)
    @CrossEntropy
    interface NoisyInput {}

    /** Noise on the pixels and on each hidden layer. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @GaussianNoise(0.2)
    @Dense(256)
    @ReLU
    @GaussianNoise(0.5)
    @Dense(256)
    @ReLU
    @GaussianNoise(0.5)
    @Dense(10)
    @CrossEntropy
    interface NoisyLayers {}

    /** Each activation times a normal number with the mean and variance of dropout's factor. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(256)
    @ReLU
    @GaussianDropout(0.2)
    @Dense(256)
    @ReLU
    @GaussianDropout(0.5)
    @Dense(10)
    @CrossEntropy
    interface Multiplied {}

    /** Self-normalising. */
    @Network
    @In({1, 28, 28})
    @LeCun
    @Flatten
    @Dense(256)
    @SELU
    @Dense(256)
    @SELU
    @Dense(10)
    @CrossEntropy
    interface Selu {}

    /** Self-normalising, with the dropout that keeps it so. */
    @Network
    @In({1, 28, 28})
    @LeCun
    @Flatten
    @Dense(256)
    @SELU
    @AlphaDropout(0.1)
    @Dense(256)
    @SELU
    @AlphaDropout(0.1)
    @Dense(10)
    @CrossEntropy
    interface SeluAlpha {}

    /** Self-normalising, with the dropout that does not. */
    @SuppressWarnings("nacre:selu-dropout")
    @Network
    @In({1, 28, 28})
    @LeCun
    @Flatten
    @Dense(256)
    @SELU
    @Dropout(0.1)
    @Dense(256)
    @SELU
    @Dropout(0.1)
    @Dense(10)
    @CrossEntropy
    interface SeluDropout {}
}
