package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Sgd;
import org.junit.jupiter.api.Test;

class AccumulationTest {
    /** 70 samples: batches of 8 in groups of 4, the last with 6 samples in a group of one batch. */
    @Test
    void severalBatchesMakeTheStepOfOne() {
        for (int samples : new int[] {64, 70, 54}) {
            assertArrayEquals(trained(samples, 32, 1), trained(samples, 8, 4), 2e-6f);
        }
    }

    private static float[] trained(int samples, int batchSize, int accumulated) {
        SoftmaxRegression network = new SoftmaxRegression(2, 3);
        // The gradients of this network start anew in each backward; these add up as those of generated ones.
        Trainer.of(new Accumulating(network), Sgd.of(0.5f).over(network.parameters()))
                .batchSize(batchSize)
                .accumulate(accumulated)
                .epochs(2)
                .fit(Blobs.of(samples, 1));
        return network.parameters().get(0).value().toArray();
    }

    @Test
    void meanOfUnevenBatches() {
        Parameter parameter = new Parameter("w", 1);
        GradientMean mean = new GradientMean(Sgd.of(1).over(java.util.List.of(parameter)));
        int[] sizes = {4, 4, 2};
        float[] gradients = {1, 3, 6};
        for (int i = 0; i < 3; i++) {
            mean.beforeBatch(sizes[i]);
            parameter.gradients()[0] += gradients[i];
        }
        mean.beforeStep();
        assertEquals((4 * 1 + 4 * 3 + 2 * 6) / 10.0, parameter.gradients()[0], 1e-6);
    }

    @Test
    void refusesNoBatch() {
        SoftmaxRegression network = new SoftmaxRegression(2, 3);
        ClassMetricsTest.assertMessage(
                "accumulate 0: at least 1",
                () -> Trainer.of(network, Sgd.of(1).over(network.parameters())).accumulate(0));
    }
}
