package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dropout with given masks: PyTorch's own, and all that there are. */
class PyTorchDropoutTest {
    static Stream<Arguments> elements() {
        return Stream.of(
                arguments("dropout/element_p0.1", PyTorchNetworks_Dropout10Network::create),
                arguments("dropout/element_p0.75", PyTorchNetworks_Dropout75Network::create));
    }

    private static Arguments arguments(String name, LongFunction<Network> create) {
        return Arguments.of(name, create);
    }

    /** Compares the output and the input's gradient. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("elements")
    void dropsElements(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.pytorch(name);
        Network network = create.apply(1).train();
        Tensor x = vectors.tensor("in.x");
        Tensor y = network.forward(Batch.of(x));
        float[] mask = vectors.tensor("mask.m").toArray();
        boolean[] keep = new boolean[mask.length];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = mask[i] != 0;
        }
        ForcedMask.apply(network, "y", keep, x, y.data());
        vectors.assertPyTorch("out.y", y);
        vectors.assertPyTorch("grad.in.x", network.backward(vectors.tensor("up.y")));
    }

    /** Compares mean and variance of logits and softmax over all 2^8 masks of the input, and the evaluation. */
    @Test
    void allMasksOfTheInput() {
        Vectors vectors = Vectors.pytorch("dropout/exact_enum_d8_p0.5");
        PyTorchNetworks_DropoutBeforeDenseNetwork network = PyTorchNetworks_DropoutBeforeDenseNetwork.create(1);
        set(network, vectors, Map.of("W", "logits.dense.weight", "b", "logits.dense.bias"));
        Tensor x = repeated(vectors.tensor("in.x"), 1 << 8);
        Tensor dropped = network.dropped(x);
        ForcedMask.apply(network, "dropped", allMasks(8), x, dropped.data());
        assertMoments(vectors, network.logits(dropped));
        assertEvaluation(vectors, network.eval().forward(repeated(vectors.tensor("in.x"), 1)));
    }

    /** The same over all 2^10 masks of a hidden layer, where activation and mask are one step with the product. */
    @Test
    void allMasksOfAHiddenLayer() {
        Vectors vectors = Vectors.pytorch("dropout/exact_enum_hidden_d10_p0.5");
        PyTorchNetworks_DropoutOfHiddenNetwork network = PyTorchNetworks_DropoutOfHiddenNetwork.create(1);
        set(
                network,
                vectors,
                Map.of(
                        "V", "dropped.dense.weight",
                        "c", "dropped.dense.bias",
                        "W", "logits.dense.weight",
                        "b", "logits.dense.bias"));
        Tensor x = repeated(vectors.tensor("in.x"), 1 << 10);
        Tensor dropped = network.dropped(x);
        ForcedMask.apply(network, "dropped", allMasks(10), x, dropped.data());
        assertMoments(vectors, network.logits(dropped));
        assertEvaluation(vectors, network.eval().forward(repeated(vectors.tensor("in.x"), 1)));
    }

    private static void set(Network network, Vectors vectors, Map<String, String> parameters) {
        assertEquals(parameters.size(), network.state().size());
        parameters.forEach((theirs, ours) -> PyTorchCase.copy(
                vectors.tensor("param." + theirs), network.state().get(ours)));
    }

    private static Tensor repeated(Tensor sample, int times) {
        int width = sample.elements();
        float[] values = new float[times * width];
        for (int n = 0; n < times; n++) {
            System.arraycopy(sample.data(), 0, values, n * width, width);
        }
        return Tensor.of(values, times, width);
    }

    private static boolean[] allMasks(int width) {
        boolean[] keep = new boolean[(1 << width) * width];
        for (int mask = 0; mask < 1 << width; mask++) {
            for (int i = 0; i < width; i++) {
                keep[mask * width + i] = (mask >> i & 1) == 1;
            }
        }
        return keep;
    }

    private static void assertMoments(Vectors vectors, Tensor logits) {
        int rows = logits.shape()[0];
        int classes = logits.shape()[1];
        double[] logitsSum = new double[classes];
        double[] logitsSquares = new double[classes];
        double[] softmaxSum = new double[classes];
        double[] softmaxSquares = new double[classes];
        double[] logarithms = new double[classes];
        for (int n = 0; n < rows; n++) {
            double[] row = new double[classes];
            for (int c = 0; c < classes; c++) {
                row[c] = logits.get(n, c);
            }
            double[] softmax = softmax(row);
            for (int c = 0; c < classes; c++) {
                logitsSum[c] += row[c] / rows;
                logitsSquares[c] += row[c] * row[c] / rows;
                softmaxSum[c] += softmax[c] / rows;
                softmaxSquares[c] += softmax[c] * softmax[c] / rows;
                logarithms[c] += Math.log(softmax[c]) / rows;
            }
        }
        vectors.assertPyTorch("out.logits_mean", logitsSum);
        vectors.assertPyTorch("out.logits_var", variance(logitsSquares, logitsSum));
        vectors.assertPyTorch("out.softmax_arith_mean", softmaxSum);
        vectors.assertPyTorch("out.softmax_var", variance(softmaxSquares, softmaxSum));
        vectors.assertPyTorch("out.softmax_geo_mean", softmax(logarithms));
    }

    private static void assertEvaluation(Vectors vectors, Tensor logits) {
        double[] row = new double[logits.elements()];
        for (int c = 0; c < row.length; c++) {
            row[c] = logits.get(0, c);
        }
        vectors.assertPyTorch("out.softmax_eval", softmax(row));
    }

    private static double[] variance(double[] squares, double[] means) {
        double[] variance = new double[means.length];
        for (int c = 0; c < variance.length; c++) {
            variance[c] = squares[c] - means[c] * means[c];
        }
        return variance;
    }

    private static double[] softmax(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += Math.exp(value);
        }
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.exp(x[i]) / sum;
        }
        return y;
    }
}
