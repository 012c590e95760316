package dev.nacre.training;

import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.WeightAverage;
import java.util.Optional;

/**
 * What a training changes as it goes on.
 *
 * @param network what is trained
 * @param optimizer what trains it
 * @param best the best weights so far, where they are wanted
 * @param average the average of the weights, where it is wanted
 */
record TrainingState(Network network, Optimizer optimizer, Optional<Snapshot> best, Optional<WeightAverage> average) {
    /** Does something with the averaged weights in the network, where there are some. */
    void averaged(Runnable action) {
        boolean applies = average.isPresent() && average.get().updates() > 0;
        if (!applies) {
            action.run();
            return;
        }
        average.get().apply();
        try {
            action.run();
        } finally {
            average.get().restore();
        }
    }
}
