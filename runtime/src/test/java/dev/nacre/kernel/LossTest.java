package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses and gradients with options, against numbers that PyTorch 1.13 computed in double precision. */
@Tag("vector")
class LossTest {
    private static final float[] X = {
        1.25f,
        0.265625f,
        0.140625f,
        -0.953125f,
        0.078125f,
        -2.140625f,
        0.53125f,
        1.578125f,
        -2.25f,
        1.53125f,
        0.8125f,
        1.9375f
    };
    private static final float[] Y = {
        -1.34375f, 0.46875f, 0.65625f, -0.125f, 1.453125f, 1.28125f, 0.78125f, -0.25f, -1.0625f, -1.65625f, 1.171875f,
        0.375f
    };
    private static final float[] Z = {
        -0.609375f,
        0.234375f,
        -1.84375f,
        0.828125f,
        -2.265625f,
        -0.984375f,
        0.234375f,
        -0.390625f,
        0.703125f,
        0.015625f,
        2.09375f,
        2.28125f
    };
    private static final float[] T = {
        0.1875f, 0.453125f, 0.484375f, 0.90625f, 0.546875f, 0.390625f, 0.390625f, 0.59375f, 0.34375f, 0.375f, 0.640625f,
        0.578125f
    };
    private static final float[] P = {
        0.3125f, 0.09375f, 0.671875f, 0.421875f, 0.734375f, 0.640625f, 0.390625f, 0.71875f, 0.359375f, 0.34375f,
        0.359375f, 0.4375f
    };
    private static final float[] COUNTS = {0f, 1f, 2f, 5f, 3f, 0f, 1f, 7f, 2f, 4f, 2f, 1f};
    private static final float[] CLASS_WEIGHTS = {0.5f, 2f, 1.25f};
    private static final float[] SAMPLE_WEIGHTS = {1f, 0f, 2.5f, 0.75f};
    private static final float[] FLAGS = {1f, 0f, 1f, 1f};
    private static final float[] SIGNS = {1f, -1f, -1f, 1f};
    private static final int[] LABELS = {2, 0, -100, 1};
    private static final int[] HARD = {2, 0, 1, 1};
    private static final double TOLERANCE = 1e-6;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static void assertNear(float[] actual, double... expected) {
        assertEquals(expected.length, actual.length);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE * scale, "at " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void crossEntropyOfAllOptions(Kernels k) {
        float[] a = new float[12];
        assertNear(
                new float[] {
                    k.weightedCrossEntropy(X, LABELS, CLASS_WEIGHTS, null, a, 4, 1, 3, 0.25f, -100, Reduction.MEAN)
                },
                1.61302515);
        k.weightedCrossEntropyGradient(a, LABELS, CLASS_WEIGHTS, null, a, 4, 1, 3, 0.25f, -100, Reduction.MEAN, 1);
        assertNear(
                a,
                0.184571615,
                0.0286768482,
                -0.213248464,
                -0.0664995993,
                0.0806716346,
                -0.0141720354,
                0,
                0,
                0,
                0.150617865,
                -0.365624036,
                0.215006171);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void crossEntropyWithSampleWeights(Kernels k) {
        float[] a = new float[12];
        assertNear(
                new float[] {
                    k.weightedCrossEntropy(X, LABELS, null, SAMPLE_WEIGHTS, a, 4, 1, 3, 0, -100, Reduction.BATCH_MEAN)
                },
                0.750543583);
        k.weightedCrossEntropyGradient(a, LABELS, null, SAMPLE_WEIGHTS, a, 4, 1, 3, 0, -100, Reduction.BATCH_MEAN, 1);
        assertNear(
                a,
                0.146762045,
                0.0548409695,
                -0.201603014,
                -0,
                0,
                0,
                0,
                0,
                0,
                0.0627396891,
                -0.156923118,
                0.0941834285);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void softCrossEntropy(Kernels k) {
        float[] a = new float[12];
        assertNear(
                new float[] {k.softCrossEntropy(X, T, CLASS_WEIGHTS, null, a, 4, 1, 3, 0.25f, Reduction.MEAN)},
                2.36211706);
        k.softCrossEntropyGradient(a, T, CLASS_WEIGHTS, null, a, 4, 1, 3, 0.25f, Reduction.MEAN, 1);
        assertNear(
                a,
                0.194584755,
                -0.128416642,
                -0.0661681132,
                0.0164878213,
                0.0669895526,
                -0.0834773739,
                0.0598405958,
                0.0401451865,
                -0.0999857823,
                0.118056767,
                -0.202154303,
                0.0840975354);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void negativeLogLikelihood(Kernels k) {
        float[] a = new float[12];
        assertNear(
                new float[] {k.negativeLogLikelihood(X, LABELS, CLASS_WEIGHTS, null, 4, 1, 3, -100, Reduction.MEAN)},
                -0.353125);
        k.negativeLogLikelihoodGradient(LABELS, CLASS_WEIGHTS, null, a, 4, 1, 3, -100, Reduction.MEAN, 1);
        assertNear(a, 0, 0, -0.333333333, -0.133333333, 0, 0, 0, 0, 0, 0, -0.533333333, 0);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void hinge(Kernels k) {
        float[] a = new float[12];
        assertNear(new float[] {k.hinge(X, HARD, CLASS_WEIGHTS, null, 4, 1, 3, 0.75f, 2, Reduction.MEAN)}, 1.51756287);
        k.hingeGradient(X, HARD, CLASS_WEIGHTS, null, a, 4, 1, 3, 0.75f, 2, Reduction.MEAN, 1);
        assertNear(
                a,
                0.387369792,
                0.182291667,
                -0.569661458,
                -0.1484375,
                0.1484375,
                0,
                0,
                0,
                0,
                0.489583333,
                -1.11458333,
                0.625);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void binaryCrossEntropy(Kernels k) {
        float[] a = new float[12];
        assertNear(
                new float[] {k.binaryCrossEntropy(X, T, CLASS_WEIGHTS, SAMPLE_WEIGHTS, 4, 3, Reduction.MEAN)},
                1.00042709);
        k.binaryCrossEntropyGradient(X, T, CLASS_WEIGHTS, SAMPLE_WEIGHTS, a, 4, 3, Reduction.MEAN, 1);
        assertNear(
                a,
                0.0508898333,
                -0.00697952634,
                -0.000464437169,
                -0,
                -0,
                -0,
                0.0648873447,
                0.0278377554,
                -0.0679466543,
                0.0300330418,
                -0.0090552654,
                0.0173595288);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void binaryCrossEntropyOfProbabilities(Kernels k) {
        float[] a = new float[12];
        assertNear(
                new float[] {k.binaryCrossEntropyOfProbabilities(P, T, null, SAMPLE_WEIGHTS, 4, 3, Reduction.SUM)},
                9.12734807);
        k.binaryCrossEntropyOfProbabilitiesGradient(P, T, null, SAMPLE_WEIGHTS, a, 4, 3, Reduction.SUM, 1);
        assertNear(
                a,
                0.581818182,
                -4.22988506,
                0.850498339,
                -0,
                0,
                0,
                0,
                1.54589372,
                0.169671262,
                -0.103896104,
                -0.916224814,
                -0.428571429);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void poissonOfRate(Kernels k) {
        float[] a = new float[12];
        assertNear(new float[] {k.poisson(P, COUNTS, null, 4, 3, 1e-8f, false, true, Reduction.MEAN)}, 3.87437274);
        k.poissonGradient(P, COUNTS, null, a, 4, 3, 1e-8f, false, Reduction.MEAN, 1);
        assertNear(
                a,
                0.0833333333,
                -0.805555461,
                -0.164728678,
                -0.904320964,
                -0.257092194,
                0.0833333333,
                -0.129999995,
                -0.728260858,
                -0.38043477,
                -0.886363608,
                -0.38043477,
                -0.107142853);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void poissonInFull(Kernels k) {
        float[] a = new float[12];
        assertNear(new float[] {k.poisson(X, COUNTS, null, 4, 3, 1e-8f, true, true, Reduction.MEAN)}, 2.94839689);
        k.poissonGradient(X, COUNTS, null, a, 4, 3, 1e-8f, true, Reduction.MEAN, 1);
        assertNear(
                a,
                0.290861913,
                0.0253538229,
                -0.0707505879,
                -0.384538805,
                -0.159895183,
                0.00979844431,
                0.0584214418,
                -0.179511559,
                -0.157883398,
                0.0519960961,
                0.0211278989,
                0.495114652);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void divergenceOfLogarithms(Kernels k) {
        float[] a = new float[12];
        assertNear(new float[] {k.divergence(X, Y, null, 4, 3, true, Reduction.BATCH_MEAN)}, 4.34661493);
        k.divergenceGradient(X, Y, null, a, 4, 3, true, Reduction.BATCH_MEAN, 1);
        assertNear(
                a,
                -0.0652163965,
                -0.399498862,
                -0.481887613,
                -0.220624226,
                -1.0691144,
                -0.900284584,
                -0.546050203,
                -0.194700196,
                -0.0863976881,
                -0.047713335,
                -0.807009885,
                -0.363747854);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void smoothL1(Kernels k) {
        float[] a = new float[12];
        assertNear(new float[] {k.smoothL1(X, Y, null, 4, 3, 0.5f, Reduction.MEAN)}, 1.20690918);
        k.smoothL1Gradient(X, Y, null, a, 4, 3, 0.5f, Reduction.MEAN, 1);
        assertNear(
                a,
                0.0833333333,
                -0.0338541667,
                -0.0833333333,
                -0.0833333333,
                -0.0833333333,
                -0.0833333333,
                -0.0416666667,
                0.0833333333,
                -0.0833333333,
                0.0833333333,
                -0.0598958333,
                0.0833333333);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void smoothL1Without(Kernels k) {
        float[] a = new float[12];
        assertNear(new float[] {k.smoothL1(X, Y, null, 4, 3, 0, Reduction.MEAN)}, 1.44270833);
        k.smoothL1Gradient(X, Y, null, a, 4, 3, 0, Reduction.MEAN, 1);
        assertNear(
                a,
                0.0833333333,
                -0.0833333333,
                -0.0833333333,
                -0.0833333333,
                -0.0833333333,
                -0.0833333333,
                -0.0833333333,
                0.0833333333,
                -0.0833333333,
                0.0833333333,
                -0.0833333333,
                0.0833333333);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void gaussianInFull(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        assertNear(new float[] {k.gaussian(X, P, Y, null, 4, 3, 1e-6f, true, false, Reduction.MEAN)}, 4.18208319);
        k.gaussianGradient(X, P, Y, null, a, b, 4, 3, 1e-6f, false, Reduction.MEAN, 1);
        assertNear(
                a,
                0.691666667,
                -0.180555556,
                -0.0639534884,
                -0.163580247,
                -0.156028369,
                -0.445121951,
                -0.0533333333,
                0.211956522,
                -0.275362319,
                0.772727273,
                -0.0833333333,
                0.297619048);
        assertNear(
                b,
                -2.73708333,
                0.248842593,
                0.0374752118,
                -0.061785551,
                -0.0893315226,
                -1.12376066,
                0.0896,
                -0.211582388,
                -0.339004411,
                -3.46143251,
                0.0742753623,
                -0.43622449);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void gaussianBelowItsBound(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        assertNear(new float[] {k.gaussian(X, P, Y, null, 4, 3, 0.5f, false, false, Reduction.SUM)}, 31.093283);
        k.gaussianGradient(X, P, Y, null, a, b, 4, 3, 0.5f, false, Reduction.SUM, 1);
        assertNear(
                a,
                5.1875,
                -0.40625,
                -0.76744186,
                -1.65625,
                -1.87234043,
                -5.34146341,
                -0.5,
                2.54347826,
                -2.375,
                6.375,
                -0.71875,
                3.125);
        assertNear(
                b,
                -12.4550781,
                0.917480469,
                0.449702542,
                -0.371582031,
                -1.07197827,
                -13.4851279,
                0.875,
                -2.53898866,
                -1.8203125,
                -19.3203125,
                0.741699219,
                -3.8828125);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void cosineEmbedding(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        assertNear(
                new float[] {k.cosineEmbedding(X, Y, SIGNS, SAMPLE_WEIGHTS, 4, 3, -0.5f, Reduction.MEAN)}, 1.36256579);
        k.cosineEmbeddingGradient(X, Y, SIGNS, SAMPLE_WEIGHTS, a, b, 4, 3, -0.5f, Reduction.MEAN, 1);
        assertNear(
                a,
                0.0294567283,
                -0.0873346461,
                -0.0968721425,
                -0,
                0,
                0,
                0.102761893,
                -0.12236873,
                -0.0615648429,
                0.0511042315,
                -0.0445660067,
                -0.0216998575);
        assertNear(
                b,
                -0.0557903702,
                -0.0676026158,
                -0.0659498419,
                -0,
                0,
                0,
                -0.0855385816,
                0.318162107,
                -0.137757688,
                -0.0418644784,
                -0.0366514416,
                -0.0703656911);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void contrastive(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        assertNear(new float[] {k.contrastive(X, Y, FLAGS, null, 4, 3, 2.5f, Reduction.MEAN)}, 1.79739157);
        k.contrastiveGradient(X, Y, FLAGS, null, a, b, 4, 3, 2.5f, Reduction.MEAN, 1);
        assertNear(
                a, 0, -0, -0, -0.20703125, -0.34375, -0.85546875, 0.00870910601, -0.0636853377, 0.0413682535, 0, -0, 0);
        assertNear(
                b, -0, 0, 0, 0.20703125, 0.34375, 0.85546875, -0.00870910601, 0.0636853377, -0.0413682535, -0, 0, -0);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void triplet(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        float[] c = new float[12];
        assertNear(new float[] {k.triplet(X, Y, Z, null, 4, 3, 2.5f, 2, 1e-6f, false, Reduction.MEAN)}, 2.68402635);
        k.tripletGradient(X, Y, Z, null, a, b, c, 4, 3, 2.5f, 2, 1e-6f, false, Reduction.MEAN, 1);
        assertNear(
                a,
                0.0735554978,
                -0.0220188561,
                -0.231018715,
                0.0860240737,
                -0.276210554,
                -0.134940204,
                -0.0493221427,
                0.0700941966,
                0.0719914513,
                0.0352182894,
                0.133849071,
                0.152146065);
        assertNear(
                b,
                -0.244481709,
                0.0191460563,
                0.0486016725,
                0.0547754093,
                0.090947893,
                0.226336332,
                0.0284835262,
                -0.208286732,
                0.135297176,
                -0.223338619,
                0.0251802565,
                -0.109479751);
        assertNear(
                c,
                0.170926211,
                0.00287279981,
                0.182417043,
                -0.140799483,
                0.185262661,
                -0.0913961279,
                0.0208386165,
                0.138192535,
                -0.207288628,
                0.18812033,
                -0.159029328,
                -0.0426663143);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void tripletOfTheFirstNorm(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        float[] c = new float[12];
        assertNear(new float[] {k.triplet(X, Y, Z, null, 4, 3, 1.0f, 1, 1e-6f, false, Reduction.MEAN)}, 1.187499);
        k.tripletGradient(X, Y, Z, null, a, b, c, 4, 3, 1.0f, 1, 1e-6f, false, Reduction.MEAN, 1);
        assertNear(a, 0, -0.5, -0.5, 0, -0.5, 0, -0, 0, 0, 0, 0, 0.5);
        assertNear(b, -0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0, -0, 0, -0.25, 0.25, -0.25);
        assertNear(c, 0.25, 0.25, 0.25, -0.25, 0.25, -0.25, 0, 0, -0, 0.25, -0.25, -0.25);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void tripletWithSwap(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        float[] c = new float[12];
        assertNear(new float[] {k.triplet(X, Y, Z, null, 4, 3, 2.0f, 3, 1e-6f, true, Reduction.MEAN)}, 2.67499034);
        k.tripletGradient(X, Y, Z, null, a, b, c, 4, 3, 2.0f, 3, 1e-6f, true, Reduction.MEAN, 1);
        assertNear(
                a,
                0.101517917,
                -0.00156631669,
                -0.177370813,
                0.0934797336,
                -0.224307745,
                -0.192382261,
                -0.00397275715,
                0.212435809,
                -0.0896358992,
                0.0503562939,
                0.126799838,
                0.0650667253);
        assertNear(
                b,
                -0.248620161,
                0.00152476271,
                0.00982530471,
                0.0139179013,
                0.0383696444,
                0.237635345,
                -0.0195398783,
                -0.213990539,
                0.33472276,
                -0.23191497,
                0.00294795894,
                -0.0557273936);
        assertNear(
                c,
                0.147102245,
                4.15539866e-05,
                0.167545508,
                -0.107397635,
                0.185938101,
                -0.0452530849,
                0.0235126355,
                0.00155472946,
                -0.24508686,
                0.181558676,
                -0.129747797,
                -0.00933933169);
    }

    /** Where nothing counts there is no loss, and no division by zero. */
    @ParameterizedTest
    @MethodSource("providers")
    void labelsThatAreAllIgnored(Kernels k) {
        int[] none = {-100, -100, -100, -100};
        float[] a = new float[12];
        assertEquals(0f, k.crossEntropy(X, none, a, 4, 3));
        Arrays.fill(a, Float.NaN);
        k.crossEntropyGradient(a, none, a, 4, 3, 1);
        assertArrayEquals(new float[12], a);
        assertEquals(0f, k.weightedCrossEntropy(X, none, null, null, a, 4, 1, 3, 0.1f, -100, Reduction.MEAN));
        k.weightedCrossEntropyGradient(a, none, null, null, a, 4, 1, 3, 0.1f, -100, Reduction.MEAN, 1);
        assertArrayEquals(new float[12], a);
        assertEquals(0f, k.negativeLogLikelihood(X, none, null, null, 4, 1, 3, -100, Reduction.MEAN));
    }

    /** The plain form gives what the general one gives, up to rounding. */
    @ParameterizedTest
    @MethodSource("providers")
    void ignoredLabelsWithoutOptions(Kernels k) {
        float[] plain = new float[12];
        float[] general = new float[12];
        float loss = k.weightedCrossEntropy(X, LABELS, null, null, general, 4, 1, 3, 0, -100, Reduction.MEAN);
        assertNear(new float[] {k.crossEntropy(X, LABELS, plain, 4, 3)}, loss);
        k.crossEntropyGradient(plain, LABELS, plain, 4, 3, 2);
        k.weightedCrossEntropyGradient(general, LABELS, null, null, general, 4, 1, 3, 0, -100, Reduction.MEAN, 2);
        double[] expected = new double[12];
        Arrays.setAll(expected, i -> general[i]);
        assertNear(plain, expected);
    }

    /** Positions are samples that share the weight of their sample. */
    @ParameterizedTest
    @MethodSource("providers")
    void positions(Kernels k) {
        float[] a = new float[12];
        float[] weights = {0.5f, 3};
        float[] each = {0.5f, 0.5f, 3, 3};
        for (Reduction reduction : List.of(Reduction.MEAN, Reduction.SUM)) {
            assertEquals(
                    k.weightedCrossEntropy(X, LABELS, null, each, a, 4, 1, 3, 0, -100, reduction),
                    k.weightedCrossEntropy(X, LABELS, null, weights, a, 2, 2, 3, 0, -100, reduction),
                    1e-6f);
            assertEquals(
                    k.hinge(X, HARD, null, each, 4, 1, 3, 1, 1, reduction),
                    k.hinge(X, HARD, null, weights, 2, 2, 3, 1, 1, reduction),
                    1e-6f);
        }
        assertEquals(
                k.softCrossEntropy(X, T, null, each, a, 4, 1, 3, 0, Reduction.SUM) / 2,
                k.softCrossEntropy(X, T, null, weights, a, 2, 2, 3, 0, Reduction.BATCH_MEAN),
                1e-6f);
    }

    /** Equal embeddings, and a probability of 0 or 1, have finite gradients. */
    @ParameterizedTest
    @MethodSource("providers")
    void edges(Kernels k) {
        float[] a = new float[12];
        float[] b = new float[12];
        float[] c = new float[12];
        k.contrastiveGradient(X, X, FLAGS, null, a, b, 4, 3, 1, Reduction.MEAN, 1);
        assertArrayEquals(new float[12], a);
        k.tripletGradient(X, X, X, null, a, b, c, 4, 3, 1, 2, 0, false, Reduction.MEAN, 1);
        assertArrayEquals(new float[12], b);
        float[] certain = {0, 1};
        float[] wrong = {1, 0};
        assertEquals(100f, k.binaryCrossEntropyOfProbabilities(certain, wrong, null, null, 2, 1, Reduction.MEAN));
        assertEquals(0f, k.binaryCrossEntropyOfProbabilities(certain, certain, null, null, 2, 1, Reduction.MEAN));
        float[] far = {1000, -1000};
        assertEquals(1000f, k.binaryCrossEntropy(far, certain, null, null, 2, 1, Reduction.MEAN));
        assertEquals(1000f, k.softMargin(far, new float[] {-1, 1}, null, 2, 1, Reduction.MEAN));
        float[] never = {Float.NEGATIVE_INFINITY};
        assertEquals(0f, k.divergence(never, new float[1], null, 1, 1, false, Reduction.SUM));
    }

    @Test
    void logarithmOfOnePlus() {
        for (double e = 1; e > 1e-40; e *= 0.83) {
            assertEquals(StrictMath.log1p(e), BinaryLosses.logOnePlus(e), 1e-10 * e);
        }
        assertEquals(0, BinaryLosses.logOnePlus(0));
    }

    /** Both providers give the same bits, whatever comes in. */
    @Test
    void providersAgree() {
        Random random = new Random(5);
        for (int classes : new int[] {2, 3, 16, 33}) {
            int rows = 7;
            int n = rows * classes;
            float[] x = Floats.normal(random, n);
            float[] t = Floats.normal(random, n);
            float[] w = new float[rows];
            Arrays.fill(w, 0.7f);
            int[] labels = Floats.labels(random, rows, classes);
            float[] expected = null;
            for (Named<Kernels> provider : Providers.all()) {
                Kernels k = provider.getPayload();
                float[] a = new float[n];
                float[] b = new float[n];
                float[] c = new float[n];
                float[] results = new float[4];
                results[0] = k.weightedCrossEntropy(x, labels, null, w, a, rows, 1, classes, 0.1f, 0, Reduction.MEAN);
                k.weightedCrossEntropyGradient(a, labels, null, w, a, rows, 1, classes, 0.1f, 0, Reduction.MEAN, 2);
                results[1] = k.softCrossEntropy(x, t, null, w, b, rows, 1, classes, 0.1f, Reduction.SUM);
                k.softCrossEntropyGradient(b, t, null, w, b, rows, 1, classes, 0.1f, Reduction.SUM, 2);
                results[2] = k.binaryCrossEntropy(x, t, null, w, rows, classes, Reduction.MEAN);
                k.binaryCrossEntropyGradient(x, t, null, w, c, rows, classes, Reduction.MEAN, 1);
                results[3] = k.poisson(x, t, w, rows, classes, 1e-8f, true, true, Reduction.MEAN);
                float[] all = new float[4 + 3 * n];
                System.arraycopy(results, 0, all, 0, 4);
                System.arraycopy(a, 0, all, 4, n);
                System.arraycopy(b, 0, all, 4 + n, n);
                System.arraycopy(c, 0, all, 4 + 2 * n, n);
                if (expected != null) {
                    Floats.assertSameBits(provider.getName(), expected, all);
                }
                expected = all;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void wrongLengthsAreNamed(Kernels k) {
        float[] a = new float[12];
        float[] shorter = new float[2];
        for (Runnable call : List.<Runnable>of(
                () -> k.weightedCrossEntropy(X, LABELS, shorter, null, a, 4, 1, 3, 0, -100, Reduction.MEAN),
                () -> k.weightedCrossEntropy(X, LABELS, null, shorter, a, 4, 1, 3, 0, -100, Reduction.MEAN),
                () -> k.weightedCrossEntropy(X, LABELS, null, null, shorter, 4, 1, 3, 0, -100, Reduction.MEAN),
                () -> k.weightedCrossEntropy(X, LABELS, null, null, a, 4, 1, 3, 0, -1, Reduction.MEAN),
                () -> k.hinge(X, LABELS, null, null, 4, 1, 3, 1, 1, Reduction.MEAN),
                () -> k.negativeLogLikelihood(shorter, LABELS, null, null, 4, 1, 3, -100, Reduction.MEAN),
                () -> k.huberGradient(X, T, null, shorter, 4, 3, 1, Reduction.MEAN, 1),
                () -> k.absoluteError(X, shorter, null, 4, 3, Reduction.MEAN),
                () -> k.absoluteError(X, T, null, 0, 3, Reduction.MEAN),
                () -> k.gaussian(X, shorter, T, null, 4, 3, 1e-6f, false, false, Reduction.MEAN),
                () -> k.cosineEmbedding(X, Y, shorter, null, 4, 3, 0, Reduction.MEAN),
                () -> k.triplet(X, Y, shorter, null, 4, 3, 1, 2, 0, false, Reduction.MEAN))) {
            assertThrows(IllegalArgumentException.class, call::run);
        }
    }
}
