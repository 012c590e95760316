package dev.nacre.training;

import dev.nacre.network.Finite;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Optimizer;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a batch changes before it is known whether it fails: the running statistics always, the weights only where a
 * step may carry them over the range of numbers. Allocates nothing after the first batch.
 */
final class NanGuard {
    /** A step along smaller gradients, even without bounds on momentum, stays far below the largest number. */
    private static final float HUGE = 1e15f;

    private final Network network;
    private final Optimizer optimizer;
    private final Snapshot statistics;
    private Snapshot weights;
    private long step;

    NanGuard(Network network, Optimizer optimizer) {
        this.network = network;
        this.optimizer = optimizer;
        this.statistics = Snapshot.ofStatistics(network);
    }

    /** What failed, and where. */
    record Failure(String what, Optional<String> where) {}

    void beforeBatch() {
        step = network.step();
        statistics.take();
    }

    Optional<Failure> afterLoss(float loss) {
        if (Float.isFinite(loss)) {
            return Optional.empty();
        }
        // From the statistics that the run began with, so that it is the same run again.
        statistics.restore();
        return Optional.of(failure("the training loss is " + loss, network.findNonFinite()));
    }

    /** To be asked before the optimiser steps. */
    Optional<Failure> beforeStep() {
        List<Parameter> parameters = optimizer.parameters();
        float largest = 0;
        // From the last on: there the way back begins.
        for (int i = parameters.size() - 1; i >= 0; i--) {
            Parameter parameter = parameters.get(i);
            float magnitude = Finite.largest(parameter.gradient());
            if (!Float.isFinite(magnitude)) {
                return Optional.of(failure("a gradient is not finite", Optional.of("gradient of " + parameter.name())));
            }
            largest = Math.max(largest, magnitude);
        }
        if (largest > HUGE || optimizer.learningRate() > HUGE) {
            weights = weights == null ? Snapshot.ofParameters(network) : weights;
            weights.take();
        } else if (weights != null) {
            weights.drop();
        }
        return Optional.empty();
    }

    /** To be asked after the optimiser stepped. */
    Optional<Failure> afterStep() {
        if (weights == null || !weights.taken()) {
            return Optional.empty();
        }
        for (Parameter parameter : network.parameters()) {
            if (!Finite.all(parameter.value())) {
                weights.restore();
                return Optional.of(failure(
                        "a step makes a weight that is not finite", Optional.of("parameter " + parameter.name())));
            }
        }
        return Optional.empty();
    }

    private Failure failure(String what, Optional<String> where) {
        statistics.restore();
        network.step(step);
        optimizer.zeroGrad();
        for (Parameter parameter : network.parameters()) {
            parameter.zeroGrad();
        }
        return new Failure(what, where);
    }
}
