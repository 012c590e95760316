package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Tensor X = Tensor.zeros(2, 1);

    @Test
    void accuracyCountsLargestElements() {
        Tensor logits = Tensor.of(new float[] {1, 3, 2, -5, -6, -4}, 2, 3);
        assertEquals(1, value(Metrics.accuracy(), logits, Batch.of(X, new int[] {1, 2})));
        assertEquals(0.5, value(Metrics.accuracy(), logits, Batch.of(X, new int[] {1, 0})));
    }

    @Test
    void accuracyOfSequencesIsTheMeanOverPlaces() {
        Tensor logits = Tensor.of(new float[] {1, 0, 1, 0, 1, 0, 0, 1}, 2, 2, 2);
        assertEquals(0.75, value(Metrics.accuracy(), logits, Batch.of(X, new int[] {0, 0, 0, 0})));
    }

    @Test
    void meanAbsoluteErrorAveragesElements() {
        Tensor prediction = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
        Tensor target = Tensor.of(new float[] {2, 0, 3, 8}, 2, 2);
        assertEquals((1.5 + 2) / 2, value(Metrics.meanAbsoluteError(), prediction, Batch.of(X, target)));
    }

    private static double value(Metric metric, Tensor output, Batch batch) {
        Measurement measurement = metric.begin();
        measurement.add(List.of(output), batch);
        return measurement.value();
    }

    @Test
    void misfitsSayWhatToDo() {
        Tensor logits = Tensor.zeros(2, 3);
        assertMessage(
                "metric \"accuracy\" cannot compare an output of shape 2x3 with targets of shape 2x2: name the metrics that fit,"
                        + " or none, with metrics(...)",
                Metrics.accuracy(),
                logits,
                Batch.of(X, Tensor.zeros(2, 2)));
        assertMessage(
                "metric \"mean absolute error\" needs targets as label 0 of the data, which has class indices there: name the"
                        + " metrics that fit, or none, with metrics(...)",
                Metrics.meanAbsoluteError(),
                logits,
                Batch.of(X, new int[2]));
        assertMessage(
                "metric \"mean absolute error\" reads label 0, but the data has 0 labels: numbers count from 0; name the metrics"
                        + " that fit, or none, with metrics(...)",
                Metrics.meanAbsoluteError(),
                logits,
                Batch.of(X));
        assertMessage(
                "metric \"accuracy\" cannot compare an output of shape 2x3 with 3 class indices: name the metrics that fit,"
                        + " or none, with metrics(...)",
                Metrics.accuracy(),
                logits,
                Batch.of(X, new int[3]));
        assertMessage(
                "metric \"second\" reads output 1, but the network has 1 output: numbers count from 0",
                Metrics.accuracy().output(1).named("second"),
                logits,
                Batch.of(X, new int[2]));
    }

    private static void assertMessage(String expected, Metric metric, Tensor output, Batch batch) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> value(metric, output, batch))
                        .getMessage());
    }

    @Test
    void evaluatorAveragesOverUnevenBatchesAndRestoresTheMode() {
        SoftmaxRegression network = new SoftmaxRegression(2, 3);
        Dataset data = Blobs.of(50, 3);
        Evaluation whole = Evaluator.of(network).evaluate(data);
        Evaluation pieces = Evaluator.of(network).batchSize(16).evaluate(data);
        assertEquals(Math.log(3), whole.loss(), 1e-6);
        assertEquals(whole.loss(), pieces.loss(), 1e-6);
        assertEquals(17 / 50.0, pieces.accuracy(), 1e-12);
        assertEquals(List.of(50, 16, 16, 16, 2), network.batchSizes);
        assertTrue(network.lossModes.stream().allMatch(mode -> mode == Mode.EVAL));
        assertEquals(Mode.TRAIN, network.mode());
        assertEquals(
                "no metric \"f1\"; there is accuracy",
                assertThrows(IllegalArgumentException.class, () -> whole.metric("f1"))
                        .getMessage());
    }
}
