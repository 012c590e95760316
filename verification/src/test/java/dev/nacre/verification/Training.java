package dev.nacre.verification;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.util.Arrays;

/** Steps of training on whatever a subject is. */
final class Training {
    private static final float RATE = 0.05f;

    private Training() {}

    /** A few steps on a few batches; a network without a loss follows a gradient of ones. */
    static Network steps(Subject subject, Network network, int steps) {
        Optimizer optimizer = Sgd.of(RATE).over(network.parameters());
        network.train();
        for (int i = 0; i < steps; i++) {
            step(subject, network, subject.batch(6, 100 + i));
            optimizer.step();
        }
        return network;
    }

    /** Forward and backward, and no optimiser. */
    static Tensor step(Subject subject, Network network, Batch batch) {
        if (subject.is(Trait.NO_LOSS)) {
            return network.backward(ones(network.forward(batch)));
        }
        network.loss(batch);
        return network.backward();
    }

    static Tensor ones(Tensor like) {
        Tensor ones = Tensor.zeros(like.shape());
        Arrays.fill(ones.data(), 1);
        return ones;
    }
}
