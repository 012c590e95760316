package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of the order of scores, against counts of pairs and of thresholds. */
class RankingTest {
    private static final int SAMPLES = 150;

    private static double pairs(double[] scores, boolean[] positive) {
        double sum = 0;
        int count = 0;
        for (int p = 0; p < scores.length; p++) {
            for (int n = 0; n < scores.length; n++) {
                if (positive[p] && !positive[n]) {
                    count++;
                    sum += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
                }
            }
        }
        return sum / count;
    }

    /** The sum over all thresholds, from the highest, of the gain in recall times precision. */
    private static double thresholds(double[] scores, boolean[] positive) {
        double[] falling = Arrays.stream(scores)
                .distinct()
                .map(s -> -s)
                .sorted()
                .map(s -> -s)
                .toArray();
        long all = IntStream.range(0, scores.length).filter(i -> positive[i]).count();
        double sum = 0;
        double before = 0;
        for (double threshold : falling) {
            long said = Arrays.stream(scores).filter(s -> s >= threshold).count();
            long hits = IntStream.range(0, scores.length)
                    .filter(i -> scores[i] >= threshold && positive[i])
                    .count();
            double recall = (double) hits / all;
            sum += (recall - before) * hits / said;
            before = recall;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void agreesWithCountsAlsoWhereScoresAreEqual(int steps) {
        Random random = new Random(steps);
        int[] labels = random.ints(SAMPLES, 0, 2).toArray();
        float[][] scores = new float[SAMPLES][1];
        for (int n = 0; n < SAMPLES; n++) {
            scores[n][0] = (float) Math.rint(steps * (random.nextGaussian() + labels[n])) / steps;
        }
        double[] flat = Arrays.stream(scores).mapToDouble(row -> row[0]).toArray();
        boolean[] positive = new boolean[SAMPLES];
        IntStream.range(0, SAMPLES).forEach(n -> positive[n] = labels[n] == 1);
        assertEquals(pairs(flat, positive), ClassMetricsTest.stream(Metrics.rocAuc(), scores, labels), 1e-12);
        assertEquals(
                thresholds(flat, positive), ClassMetricsTest.stream(Metrics.averagePrecision(), scores, labels), 1e-12);
    }

    @Test
    void rowsOfTwoScoresAreOrderedByProbability() {
        Random random = new Random(4);
        int[] labels = random.ints(SAMPLES, 0, 2).toArray();
        float[][] rows = new float[SAMPLES][2];
        boolean[] positive = new boolean[SAMPLES];
        double[] flat = new double[SAMPLES];
        for (int n = 0; n < SAMPLES; n++) {
            rows[n] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian() + labels[n]};
            flat[n] = 1 / (1 + Math.exp(rows[n][0] - rows[n][1]));
            positive[n] = labels[n] == 1;
        }
        assertEquals(pairs(flat, positive), ClassMetricsTest.stream(Metrics.rocAuc(), rows, labels), 1e-12);
    }

    /** One against the rest; class 3 does not occur. */
    @Test
    void severalClassesAreAveraged() {
        Random random = new Random(5);
        int[] labels = random.ints(SAMPLES, 0, 3).toArray();
        float[][] rows = new float[SAMPLES][4];
        for (int n = 0; n < SAMPLES; n++) {
            for (int i = 0; i < 4; i++) {
                rows[n][i] = (float) random.nextGaussian() + (i == labels[n] ? 1 : 0);
            }
        }
        double auc = 0;
        double precision = 0;
        for (int label = 0; label < 3; label++) {
            boolean[] positive = new boolean[SAMPLES];
            double[] flat = new double[SAMPLES];
            for (int n = 0; n < SAMPLES; n++) {
                float[] row = rows[n];
                double sum =
                        IntStream.range(0, 4).mapToDouble(i -> Math.exp(row[i])).sum();
                flat[n] = Math.exp(row[label]) / sum;
                positive[n] = labels[n] == label;
            }
            auc += pairs(flat, positive) / 3;
            precision += thresholds(flat, positive) / 3;
        }
        assertEquals(auc, ClassMetricsTest.stream(Metrics.rocAuc(), rows, labels), 1e-9);
        assertEquals(precision, ClassMetricsTest.stream(Metrics.averagePrecision(), rows, labels), 1e-9);
    }

    @Test
    void oneClassAlone() {
        float[][] scores = {{1}, {2}};
        assertEquals(Double.NaN, ClassMetricsTest.stream(Metrics.rocAuc(), scores, new int[] {0, 0}));
        assertEquals(Double.NaN, ClassMetricsTest.stream(Metrics.rocAuc(), scores, new int[] {1, 1}));
        assertEquals(0, ClassMetricsTest.stream(Metrics.averagePrecision(), scores, new int[] {0, 0}));
        assertEquals(1, ClassMetricsTest.stream(Metrics.averagePrecision(), scores, new int[] {1, 1}));
    }

    @Test
    void knownValues() {
        // scikit-learn's own examples.
        float[][] scores = {{0.1f}, {0.4f}, {0.35f}, {0.8f}};
        int[] labels = {0, 0, 1, 1};
        assertEquals(0.75, ClassMetricsTest.stream(Metrics.rocAuc(), scores, labels), 1e-12);
        assertEquals(0.8333333333, ClassMetricsTest.stream(Metrics.averagePrecision(), scores, labels), 1e-9);
    }

    @Test
    void equalZerosAreEqualAndWhatIsNoNumberHasNoOrder() {
        assertEquals(0.5, ClassMetricsTest.stream(Metrics.rocAuc(), new float[][] {{0f}, {-0f}}, new int[] {1, 0}));
        assertEquals(Double.NaN, ClassMetricsTest.stream(Metrics.rocAuc(), new float[][] {{Float.NaN}, {1}}, new int[] {
            1, 0
        }));
    }
}
