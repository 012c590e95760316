package dev.nacre.training;

import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Optimizer;
import java.util.List;

/**
 * Turns the gradients of several batches, each of the mean over its samples, into that of the mean over all samples. A step
 * of one batch is left as it is, bit by bit.
 */
final class GradientMean {
    private final List<Parameter> parameters;
    private int size;
    private int samples;

    GradientMean(Optimizer optimizer) {
        this.parameters = optimizer.parameters();
    }

    /** The gradients add up as they are while batches have one size; what is there is scaled when it changes. */
    void beforeBatch(int batch) {
        if (samples > 0 && batch != size) {
            scale((float) size / batch);
        }
        size = batch;
        samples += batch;
    }

    void beforeStep() {
        if (samples > size) {
            scale((float) size / samples);
        }
        samples = 0;
    }

    private void scale(float factor) {
        for (Parameter parameter : parameters) {
            float[] gradient = parameter.gradients();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }
}
