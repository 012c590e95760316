package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** D16, D17 and D18 on generated networks: samples of predictions, all sub-networks, and weight scaling. */
class EnsembleTest {
    private static final int D = 10;
    private static final int CLASSES = 4;

    private final Random random = new Random(7_12);

    private float[] values(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    private static double[][] rows(Tensor tensor) {
        int rows = tensor.shape()[0];
        int width = tensor.elements() / rows;
        double[][] values = new double[rows][width];
        for (int i = 0; i < tensor.elements(); i++) {
            values[i / width][i % width] = tensor.data()[i];
        }
        return values;
    }

    private static double[][] softmax(Tensor logits) {
        double[][] rows = rows(logits);
        for (int n = 0; n < rows.length; n++) {
            rows[n] = Ensembles.softmax(rows[n]);
        }
        return rows;
    }

    /** D16, in mode MONTE_CARLO. */
    @Test
    void varianceBehindALinearLayer() {
        int samples = 10_000;
        double p = 0.3;
        DropoutNetworks_LinearNetwork network = DropoutNetworks_LinearNetwork.create(5);
        float[] x = values(64);
        double[][] y = rows(network.mode(Mode.MONTE_CARLO).forward(Forced.repeated(x, samples)));
        double[][] w = rows(network.parameters().get(0).value());
        Findings findings = new Findings();
        for (int j = 0; j < w.length; j++) {
            double expected = 0;
            for (int i = 0; i < 64; i++) {
                expected += p / (1 - p) * w[j][i] * w[j][i] * x[i] * x[i];
            }
            double[] column = new double[samples];
            for (int n = 0; n < samples; n++) {
                column[n] = y[n][j];
            }
            double z = (EnsembleChecks.sampleVariance(column) - expected) / (expected * Math.sqrt(2.0 / samples));
            findings.sigma("D16", "output " + j, z);
        }
        findings.assertHealthy("Linear");
    }

    /** The probabilities of all sub-networks, by forced masks through the generated code. */
    private static double[][] subNetworks(Network network, float[] x) {
        Tensor logits = Forced.forward(network, "dropped", Forced.repeated(x, 1 << D), Forced.all(D));
        return softmax(logits);
    }

    private static double[] weights(double p) {
        double[] weights = new double[1 << D];
        for (int mask = 0; mask < weights.length; mask++) {
            weights[mask] = Ensembles.weight(mask, D, p);
        }
        return weights;
    }

    /** D17: 10^5 samples against all masks. */
    @Test
    void samplesOfThePrediction() {
        int samples = 100_000;
        DropoutNetworks_SoftmaxNetwork network = DropoutNetworks_SoftmaxNetwork.create(6);
        float[] x = values(D);
        double[][] exact = subNetworks(network, x);
        double[] weights = weights(0.4);
        double[][] sampled = softmax(network.mode(Mode.MONTE_CARLO).forward(Forced.repeated(x, samples)));
        Findings findings = new Findings();
        for (int c = 0; c < CLASSES; c++) {
            double mean = 0;
            double squares = 0;
            for (int mask = 0; mask < exact.length; mask++) {
                mean += weights[mask] * exact[mask][c];
                squares += weights[mask] * exact[mask][c] * exact[mask][c];
            }
            double sum = 0;
            for (double[] row : sampled) {
                sum += row[c];
            }
            double deviation = Math.sqrt((squares - mean * mean) / samples);
            findings.sigma("D17", "class " + c, (sum / samples - mean) / deviation);
        }
        findings.assertHealthy("Softmax");
    }

    /** D18 in generated code: Goodfellow, Bengio and Courville, "Deep Learning", 7.12, equations 7.53 to 7.66. */
    @Test
    void weightScalingIsTheGeometricMean() {
        for (int seed = 1; seed <= 5; seed++) {
            DropoutNetworks_SoftmaxNetwork network = DropoutNetworks_SoftmaxNetwork.create(seed);
            float[] x = values(D);
            double[] mean = Ensembles.geometric(subNetworks(network, x), weights(0.4));
            double[] evaluated = softmax(network.eval().forward(Forced.repeated(x, 1)))[0];
            double[] predicted = softmax(network.predictor().forward(Forced.repeated(x, 1)))[0];
            // Masks of another probability have another mean: the test can tell.
            double[] other = Ensembles.geometric(subNetworks(network, x), weights(0.41));
            boolean differs = false;
            for (int c = 0; c < CLASSES; c++) {
                assertEquals(mean[c], evaluated[c], 1e-6);
                assertEquals(mean[c], predicted[c], 1e-6);
                differs |= Math.abs(other[c] - evaluated[c]) > 1e-6;
            }
            assertTrue(differs);
        }
    }

    /** D18 of the classic form: unscaled sub-networks, and an evaluation with q times the values. */
    @Test
    void classicWeightScalingIsTheGeometricMean() {
        for (int seed = 1; seed <= 5; seed++) {
            FamilyNetworks_ClassicSoftmaxNetwork network = FamilyNetworks_ClassicSoftmaxNetwork.create(seed);
            float[] x = values(D);
            double[] mean = Ensembles.geometric(subNetworks(network, x), weights(0.4));
            double[] evaluated = softmax(network.eval().forward(Forced.repeated(x, 1)))[0];
            double[] predicted = softmax(network.predictor().forward(Forced.repeated(x, 1)))[0];
            for (int c = 0; c < CLASSES; c++) {
                assertEquals(mean[c], evaluated[c], 1e-6);
                assertEquals(mean[c], predicted[c], 1e-6);
            }
        }
    }

    /** D18 in double precision: of the definition itself, and not of a scale that is forgotten. */
    @Test
    void weightScalingIsExact() {
        for (double p : new double[] {0.1, 0.4, 0.5, 0.9}) {
            double[][] w = new double[CLASSES][D];
            double[] x = new double[D];
            for (int i = 0; i < D; i++) {
                x[i] = random.nextGaussian();
                for (double[] row : w) {
                    row[i] = random.nextGaussian();
                }
            }
            assertEquals(0, distance(w, x, p, 1 / (1 - p)), 1e-12);
            assertTrue(distance(w, x, p, 1) > 1e-3);
        }
    }

    /** From the geometric mean of all sub-networks to the evaluation, in which nothing is scaled. */
    private static double distance(double[][] w, double[] x, double p, double scale) {
        double[][] distributions = new double[1 << D][];
        for (int mask = 0; mask < distributions.length; mask++) {
            double[] y = new double[CLASSES];
            for (int c = 0; c < CLASSES; c++) {
                for (int i = 0; i < D; i++) {
                    y[c] += (mask >> i & 1) == 1 ? w[c][i] * x[i] * scale : 0;
                }
            }
            distributions[mask] = Ensembles.softmax(y);
        }
        double[] evaluated = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            for (int i = 0; i < D; i++) {
                evaluated[c] += w[c][i] * x[i];
            }
        }
        evaluated = Ensembles.softmax(evaluated);
        double[] mean = Ensembles.geometric(distributions, weights(p));
        double most = 0;
        for (int c = 0; c < CLASSES; c++) {
            most = Math.max(most, Math.abs(mean[c] - evaluated[c]));
        }
        return most;
    }

    /** A network whose runs share masks would sample one sub-network again and again. */
    @Test
    void samplesDifferFromRunToRun() {
        DropoutNetworks_SoftmaxNetwork network = DropoutNetworks_SoftmaxNetwork.create(6);
        network.mode(Mode.MONTE_CARLO);
        Tensor x = Forced.repeated(values(D), 50);
        long step = network.step();
        float[] first = network.forward(x).toArray();
        float[] second = network.forward(x).toArray();
        assertNotEquals(0, Statistics.differences(first, second));
        assertEquals(
                0, Statistics.differences(first, network.step(step).forward(x).toArray()));
    }
}
