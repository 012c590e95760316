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
        assertEquals(2, Metrics.accuracy().sum(List.of(logits), Batch.of(X, new int[] {1, 2})));
        assertEquals(1, Metrics.accuracy().sum(List.of(logits), Batch.of(X, new int[] {1, 0})));
    }

    @Test
    void accuracyOfSequencesIsTheMeanOverPlaces() {
        Tensor logits = Tensor.of(new float[] {1, 0, 1, 0, 1, 0, 0, 1}, 2, 2, 2);
        assertEquals(1.5, Metrics.accuracy().sum(List.of(logits), Batch.of(X, new int[] {0, 0, 0, 0})));
    }

    @Test
    void meanAbsoluteErrorAveragesElements() {
        Tensor prediction = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
        Tensor target = Tensor.of(new float[] {2, 0, 3, 8}, 2, 2);
        assertEquals(1.5 + 2, Metrics.meanAbsoluteError().sum(List.of(prediction), Batch.of(X, target)));
    }

    @Test
    void misfitsSayWhatToDo() {
        Tensor logits = Tensor.zeros(2, 3);
        assertMessage(
                "metric \"accuracy\" needs class indices as label 0 of the data, which has the other kind there: name the"
                        + " metrics that fit, or none, with metrics(...)",
                Metrics.accuracy(),
                logits,
                Batch.of(X, Tensor.zeros(2, 3)));
        assertMessage(
                "metric \"mean absolute error\" needs targets as label 0 of the data, which has 0 labels: name the metrics"
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
                "metric \"second\" reads output 1, but the network has 1 outputs: numbers count from 0",
                Metrics.accuracy("second", 1, 0),
                logits,
                Batch.of(X, new int[2]));
    }

    private static void assertMessage(String expected, Metric metric, Tensor output, Batch batch) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> metric.sum(List.of(output), batch))
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
