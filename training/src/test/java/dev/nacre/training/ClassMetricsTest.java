package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of classes against definitions written again from lists of samples. */
class ClassMetricsTest {
    private static final int SAMPLES = 200;

    /** Streams rows through a metric in batches of uneven sizes. */
    static double stream(Metric metric, float[][] scores, int[] labels) {
        Measurement measurement = metric.begin();
        int from = 0;
        for (int size = 1; from < labels.length; size = size % 7 + 1) {
            int to = Math.min(labels.length, from + size);
            Tensor output = Tensor.zeros(to - from, scores[0].length);
            for (int row = from; row < to; row++) {
                System.arraycopy(scores[row], 0, output.data(), (row - from) * scores[0].length, scores[0].length);
            }
            measurement.add(
                    List.of(output), Batch.of(Tensor.zeros(to - from, 1), Arrays.copyOfRange(labels, from, to)));
            from = to;
        }
        return measurement.value();
    }

    private static float[][] scores(Random random, int samples, int classes) {
        float[][] scores = new float[samples][classes];
        for (float[] row : scores) {
            for (int i = 0; i < classes; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return scores;
    }

    private static int predicted(float[] row) {
        return IntStream.range(0, row.length)
                .boxed()
                .max((a, b) -> row[a] != row[b] ? Float.compare(row[a], row[b]) : b - a)
                .orElseThrow();
    }

    /** Class 4 of 5 never occurs as a label, and class 3 is seldom predicted. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheDefinitions(long seed) {
        Random random = new Random(seed);
        float[][] scores = scores(random, SAMPLES, 5);
        int[] labels = random.ints(SAMPLES, 0, 4).toArray();
        for (int n = 0; n < SAMPLES; n++) {
            scores[n][labels[n]] += 1;
            scores[n][3] -= 3;
        }
        int[] predicted = Arrays.stream(scores).mapToInt(row -> predicted(row)).toArray();
        IntToDoubleFunction precision = c -> ratio(both(labels, predicted, c), count(predicted, c));
        IntToDoubleFunction recall = c -> ratio(both(labels, predicted, c), count(labels, c));
        IntToDoubleFunction f1 = c -> {
            double sum = precision.applyAsDouble(c) + recall.applyAsDouble(c);
            return sum == 0 ? 0 : 2 * precision.applyAsDouble(c) * recall.applyAsDouble(c) / sum;
        };
        double accuracy = (double) IntStream.range(0, SAMPLES)
                        .filter(n -> labels[n] == predicted[n])
                        .count()
                / SAMPLES;
        assertEquals(accuracy, stream(Metrics.accuracy(), scores, labels), 1e-12);
        check(scores, labels, predicted, accuracy, precision, Metrics::precision);
        check(scores, labels, predicted, accuracy, recall, Metrics::recall);
        check(scores, labels, predicted, accuracy, f1, Metrics::f1);
    }

    private interface Averaged {
        Metric of(Average average);
    }

    private static void check(
            float[][] scores,
            int[] labels,
            int[] predicted,
            double accuracy,
            IntToDoubleFunction oracle,
            Averaged metric) {
        double macro = IntStream.range(0, 5)
                .filter(c -> count(labels, c) + count(predicted, c) > 0)
                .mapToDouble(oracle)
                .average()
                .orElseThrow();
        double weighted =
                Arrays.stream(labels).mapToDouble(c -> oracle.applyAsDouble(c)).sum() / labels.length;
        assertEquals(macro, stream(metric.of(Average.MACRO), scores, labels), 1e-12);
        assertEquals(weighted, stream(metric.of(Average.WEIGHTED), scores, labels), 1e-12);
        assertEquals(accuracy, stream(metric.of(Average.MICRO), scores, labels), 1e-12);
    }

    private static long count(int[] classes, int label) {
        return Arrays.stream(classes).filter(c -> c == label).count();
    }

    private static long both(int[] labels, int[] predicted, int label) {
        return IntStream.range(0, labels.length)
                .filter(n -> labels[n] == label && predicted[n] == label)
                .count();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Test
    void classOneOfTwo() {
        // Predictions 1 1 0 1 0 0 for the labels 1 0 1 1 0 0.
        float[][] rows = {{0, 1}, {0, 1}, {1, 0}, {0, 1}, {1, 0}, {1, 0}};
        float[][] logits = {{2}, {0}, {-1}, {3}, {-2}, {-0.1f}};
        float[][] probabilities = {{0.9f}, {0.5f}, {0.4f}, {0.7f}, {0.1f}, {0.2f}};
        int[] labels = {1, 0, 1, 1, 0, 0};
        for (float[][] scores : List.of(rows, logits)) {
            assertEquals(2 / 3.0, stream(Metrics.precision(), scores, labels), 1e-12);
            assertEquals(2 / 3.0, stream(Metrics.recall(), scores, labels), 1e-12);
            assertEquals(2 / 3.0, stream(Metrics.f1(), scores, labels), 1e-12);
            assertEquals(4 / 6.0, stream(Metrics.accuracy(), scores, labels), 1e-12);
        }
        assertEquals(2 / 3.0, stream(Metrics.f1().probabilities(), probabilities, labels), 1e-12);
    }

    /** As scikit-learn with zero_division=0. */
    @Test
    void nothingToDivideByGivesZero() {
        float[][] never = {{-1}, {-1}, {-1}};
        assertEquals(0, stream(Metrics.precision(), never, new int[] {1, 0, 1}));
        assertEquals(0, stream(Metrics.recall(), never, new int[] {0, 0, 0}));
        assertEquals(0, stream(Metrics.f1(), never, new int[] {0, 0, 0}));
        assertEquals(1, stream(Metrics.accuracy(), never, new int[] {0, 0, 0}));
    }

    @Test
    void negativeLabelsDoNotCount() {
        float[][] rows = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
        int[] labels = {0, -100, 1, -1};
        assertEquals(0.5, stream(Metrics.accuracy(), rows, labels));
        assertEquals(0.5, stream(Metrics.topK(1), rows, labels));
        assertEquals(Double.NaN, stream(Metrics.accuracy(), rows, new int[] {-1, -1, -1, -1}));
    }

    @Test
    void targetsMayBeRowsOrTruths() {
        Tensor x = Tensor.zeros(2, 1);
        Tensor rows = Tensor.of(new float[] {0, 3, 1, 2, 0, 1}, 2, 3);
        Tensor soft = Tensor.of(new float[] {0.1f, 0.8f, 0.1f, 0.2f, 0.2f, 0.6f}, 2, 3);
        assertEquals(0.5, value(Metrics.accuracy(), rows, Batch.of(x, soft)));
        Tensor logits = Tensor.of(new float[] {-3, 4}, 2, 1);
        assertEquals(1, value(Metrics.accuracy(), logits, Batch.of(x, Tensor.of(new float[] {0, 1}, 2, 1))));
        assertEquals(0.5, value(Metrics.accuracy(), logits, Batch.of(x, Tensor.of(new float[] {-1, -1}, 2, 1))));
    }

    private static double value(Metric metric, Tensor output, Batch batch) {
        Measurement measurement = metric.begin();
        measurement.add(List.of(output), batch);
        return measurement.value();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void topKCountsLabelsAmongTheLargest(int k) {
        Random random = new Random(k);
        float[][] scores = scores(random, SAMPLES, 10);
        for (float[] row : scores) {
            // Few values, so that many are equal.
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.round(row[i]);
            }
        }
        int[] labels = random.ints(SAMPLES, 0, 10).toArray();
        long hits = IntStream.range(0, SAMPLES)
                .filter(n -> IntStream.range(0, 10)
                        .boxed()
                        .sorted((a, b) -> Float.compare(scores[n][b], scores[n][a]))
                        .limit(k)
                        .anyMatch(c -> c == labels[n]))
                .count();
        assertEquals((double) hits / SAMPLES, stream(Metrics.topK(k), scores, labels), 1e-12);
        assertEquals("top-" + k + " accuracy", Metrics.topK(k).name());
    }

    @Test
    void calibrationErrorAgreesWithTheDefinition() {
        Random random = new Random(9);
        float[][] scores = scores(random, SAMPLES, 4);
        int[] labels = random.ints(SAMPLES, 0, 4).toArray();
        double expected = 0;
        for (int bin = 0; bin < 10; bin++) {
            double difference = 0;
            for (int n = 0; n < SAMPLES; n++) {
                float[] row = scores[n];
                double sum =
                        IntStream.range(0, 4).mapToDouble(i -> Math.exp(row[i])).sum();
                double confidence = Math.exp(row[predicted(row)]) / sum;
                if (confidence > bin / 10.0 && confidence <= (bin + 1) / 10.0) {
                    difference += (predicted(row) == labels[n] ? 1 : 0) - confidence;
                }
            }
            expected += Math.abs(difference) / SAMPLES;
        }
        assertEquals(expected, stream(Metrics.calibrationError(10), scores, labels), 1e-12);
        assertEquals(false, Metrics.calibrationError().higherIsBetter());
    }

    @Test
    void calibrationOfOneScoreIsOfThePredictedClass() {
        float[][] probabilities = {{0.9f}, {0.2f}, {0}, {1}};
        // Right with 0.9, wrong with 0.8, right with 1, right with 1.
        double expected = (Math.abs(1 - 0.9) + Math.abs(0 - 0.8)) / 4;
        assertEquals(
                expected,
                stream(Metrics.calibrationError(10).probabilities(), probabilities, new int[] {1, 1, 0, 1}),
                1e-7);
    }

    @Test
    void sayWhatIsWrong() {
        assertMessage("top 0: give at least 1, as in topK(5)", () -> Metrics.topK(0));
        assertMessage(
                "0 bins: a calibration error needs at least 1, and 15 are usual", () -> Metrics.calibrationError(0));
        assertMessage(
                "output -1: numbers count from 0 in order of declaration",
                () -> Metrics.f1().output(-1));
        assertMessage(
                "metric \"f1\" is of class 1 of two, but there are 3 classes: choose Average.MACRO, MICRO or WEIGHTED",
                () -> stream(Metrics.f1(), new float[1][3], new int[1]));
        assertMessage(
                "metric \"accuracy\" found the class index 3, but the output has 3 classes, from 0 to 2",
                () -> stream(Metrics.accuracy(), new float[1][3], new int[] {3}));
        assertMessage(
                "two metrics are named \"f1\": give one another name with named(...)",
                () -> Totals.distinct(
                        Metrics.f1(), Metrics.accuracy(), Metrics.f1().output(1)));
    }

    static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
