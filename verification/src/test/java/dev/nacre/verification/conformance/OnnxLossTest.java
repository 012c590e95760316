package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses against the cases of ONNX. There the classes are on the second axis and here on the last: the inputs are transposed. Where
 * a case has log-probabilities as a second output, these are compared too, as the losses of all classes.
 */
class OnnxLossTest {
    static Stream<Arguments> whole() {
        return Stream.of(
                of("sce_mean", OnnxLossNetworks_CeNetwork::create),
                of("sce_mean_no_weight_ii", OnnxLossNetworks_CeIgnore2Network::create),
                of("sce_mean_no_weight_ii_4d", OnnxLossNetworks_Ce2x7Ignore2Network::create),
                of("sce_mean_weight_ii", OnnxLossNetworks_CeWIgnore0Network::create),
                of("sce_sum", OnnxLossNetworks_CeSumNetwork::create),
                of("sce_NCd1_mean_weight_negative_ii", OnnxLossNetworks_Ce6AIgnoreMinus1Network::create),
                of("sce_mean_log_prob", OnnxLossNetworks_CeNetwork::create),
                of("sce_mean_no_weight_ii_log_prob", OnnxLossNetworks_CeIgnore2Network::create),
                of("sce_mean_no_weight_ii_4d_log_prob", OnnxLossNetworks_Ce2x7Ignore2Network::create),
                of("sce_mean_weight_ii_log_prob", OnnxLossNetworks_CeWIgnore0Network::create),
                of("sce_sum_log_prob", OnnxLossNetworks_CeSumNetwork::create),
                of("sce_NCd1_mean_weight_negative_ii_log_prob", OnnxLossNetworks_Ce6AIgnoreMinus1Network::create),
                of("sce_mean_3d_log_prob", OnnxLossNetworks_Ce2Network::create),
                of("sce_mean_no_weight_ii_3d", OnnxLossNetworks_Ce2Ignore2Network::create),
                of("sce_mean_weight", OnnxLossNetworks_CeWNetwork::create),
                of("sce_NCd1d2d3_sum_weight_high_ii", OnnxLossNetworks_CeDIgnore10SumNetwork::create),
                of("sce_NCd1d2d3d4d5_mean_weight", OnnxLossNetworks_Ce6x6x5x3x4ENetwork::create),
                of("nllloss_NCd1", OnnxLossNetworks_Nll2Network::create),
                of("nllloss_NCd1_ii", OnnxLossNetworks_Nll2Ignore1Network::create),
                of("nllloss_NCd1_mean_weight_negative_ii", OnnxLossNetworks_Nll6AIgnoreMinus1Network::create),
                of("nllloss_NCd1_weight", OnnxLossNetworks_Nll2BNetwork::create),
                of("nllloss_NCd1_weight_ii", OnnxLossNetworks_Nll2BIgnore1Network::create),
                of("nllloss_NCd1d2_reduction_mean", OnnxLossNetworks_Nll6x6Network::create),
                of("nllloss_NCd1d2_with_weight_reduction_mean", OnnxLossNetworks_Nll6x6CNetwork::create),
                of("nllloss_NCd1d2_with_weight_reduction_sum", OnnxLossNetworks_Nll6x6CSumNetwork::create),
                of("nllloss_NCd1d2_with_weight_reduction_sum_ii", OnnxLossNetworks_Nll6x6CIgnore0SumNetwork::create),
                of("nllloss_NCd1d2d3_sum_weight_high_ii", OnnxLossNetworks_NllDIgnore10SumNetwork::create),
                of("nllloss_NCd1d2d3d4d5_mean_weight", OnnxLossNetworks_Nll6x6x5x3x4ENetwork::create));
    }

    static Stream<Arguments> each() {
        return Stream.of(
                of("sce_none", OnnxLossNetworks_CeSumNetwork::create),
                of("sce_none_weights", OnnxLossNetworks_CeWSumNetwork::create),
                of("sce_NCd1d2d3_none_no_weight_negative_ii", OnnxLossNetworks_CeIgnoreMinus5SumNetwork::create),
                of("sce_none_log_prob", OnnxLossNetworks_CeSumNetwork::create),
                of("sce_none_weights_log_prob", OnnxLossNetworks_CeWSumNetwork::create),
                of(
                        "sce_NCd1d2d3_none_no_weight_negative_ii_log_prob",
                        OnnxLossNetworks_CeIgnoreMinus5SumNetwork::create),
                of("nllloss_NC", OnnxLossNetworks_NllSumNetwork::create),
                of("nllloss_NCd1d2", OnnxLossNetworks_NllSumNetwork::create),
                of("nllloss_NCd1d2_with_weight", OnnxLossNetworks_NllCSumNetwork::create));
    }

    private static Arguments of(String name, LongFunction<Network> create) {
        return Arguments.of("node/" + name, create);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void ofTheBatch(String name, LongFunction<Network> create) {
        Case vectors = new Case(name);
        Network network = create.apply(1);
        vectors.weightsAre(network);
        Tensor x = Tensor.of(vectors.x, vectors.shape());
        vectors.file.assertOnnx(vectors.output(), network.loss(Batch.of(x, vectors.labels)));
        vectors.logProbabilities();
    }

    /** Losses that are not reduced: position by position, each a batch of its own. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void ofEachPosition(String name, LongFunction<Network> create) {
        Case vectors = new Case(name);
        Network network = create.apply(1);
        vectors.weightsAre(network);
        float[] losses = new float[vectors.labels.length];
        for (int place = 0; place < losses.length; place++) {
            losses[place] = network.loss(Batch.of(vectors.row(place), new int[] {vectors.labels[place]}));
        }
        vectors.file.assertOnnx(vectors.output(), losses);
        vectors.logProbabilities();
    }

    /** One case, its classes moved to the last axis. */
    private static final class Case {
        private final Vectors file;
        private final boolean likelihood;
        private final float[] x;
        private final int[] labels;
        private final int batch;
        private final int classes;
        private final int positions;

        Case(String name) {
            file = Vectors.onnx(name);
            likelihood = name.contains("nll");
            labels = file.labels(likelihood ? "in.target" : "in.y");
            Tensor given = file.tensor(likelihood ? "in.input" : "in.x");
            batch = given.shape()[0];
            classes = given.shape()[1];
            positions = given.elements() / batch / classes;
            x = classesLast(given);
        }

        private float[] classesLast(Tensor given) {
            float[] moved = new float[given.elements()];
            for (int i = 0; i < moved.length; i++) {
                int n = i / (classes * positions);
                int c = i / positions % classes;
                moved[(n * positions + i % positions) * classes + c] = given.data()[i];
            }
            return moved;
        }

        int[] shape() {
            int[] theirs = file.tensor(likelihood ? "in.input" : "in.x").shape();
            IntStream rest = IntStream.concat(Arrays.stream(theirs).skip(2), IntStream.of(classes));
            return IntStream.concat(IntStream.of(batch), rest).toArray();
        }

        String output() {
            return likelihood ? "out.loss" : "out.z";
        }

        Tensor row(int place) {
            return Tensor.of(Arrays.copyOfRange(x, place * classes, (place + 1) * classes), 1, classes);
        }

        /** The declared class weights are those of the case: one label each, in a sum, has the weight as its slope. */
        void weightsAre(Network network) {
            String tensor = likelihood ? "in.weight" : "in.w";
            if (file.has(tensor)) {
                assertEquals(classes, file.tensor(tensor).elements());
                assertArrayEquals(file.tensor(tensor).toArray(), ClassWeights.of(network), 0f);
            }
        }

        void logProbabilities() {
            if (!file.has("out.log_prob")) {
                return;
            }
            Network plain = OnnxLossNetworks_CeNetwork.create(1);
            float[] expected = classesLast(file.tensor("out.log_prob"));
            for (int i = 0; i < expected.length; i++) {
                float loss = plain.loss(Batch.of(row(i / classes), new int[] {i % classes}));
                assertEquals(expected[i], -loss, 1e-7 + 1e-5 * Math.abs(expected[i]), file.name() + " log_prob " + i);
            }
        }
    }
}
