package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.network.Fan;
import dev.nacre.network.Initializers;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands behind convolutions: initialisers, constraints, penalties and masks. */
class TreatedConvolutionsTest {
    private static final long SEED = 77;

    /** The streams are the places of the parameters; a weight has the fan of its first two axes times its kernel. */
    @Test
    void initialisersAreTheRuntimes() {
        Network network = TreatedConvolutions_BegunNetwork.create(SEED);
        double bound = Math.sqrt(1.0 / (2 * 9));
        Map<String, Consumer<Parameter>> weights = Map.of(
                "normal", p -> Initializers.normal(p, 1, 0.5, SEED, 0),
                "truncated", p -> Initializers.truncatedNormal(p, -1, 0.1, SEED, 2),
                "uniform", p -> Initializers.uniform(p, 2.0, 3.0, SEED, 4),
                "xavier", p -> Initializers.normal(p, Fan.AVERAGE, 1, SEED, 6),
                "he", p -> Initializers.uniform(p, Fan.OUT, Math.sqrt(2), SEED, 8),
                "lecun", p -> Initializers.normal(p, Fan.IN, 2, SEED, 10),
                "orthogonal", p -> Initializers.orthogonal(p, 1, SEED, 12),
                "constant", p -> Initializers.constant(p, 0.25),
                "standard", p -> Initializers.uniform(p, bound, SEED, 16));
        assertEquals(18, network.parameters().size());
        for (Parameter parameter : network.parameters()) {
            String block = parameter.name().replaceFirst("[.].*", "");
            Parameter expected = new Parameter(parameter.name(), parameter.shape());
            if (parameter.name().endsWith("weight")) {
                assertEquals(4, parameter.shape().length);
                weights.get(block).accept(expected);
            } else if (block.equals("standard")) {
                Initializers.uniform(expected, bound, SEED, 17);
            }
            assertArrayEquals(expected.values(), parameter.values(), parameter.name());
        }
    }

    /** The kernels that make one channel, a row of 12 numbers, are orthogonal to those of the others. */
    @Test
    void orthogonalKernels() {
        Tensor weight = TreatedConvolutions_BegunNetwork.create(3).state().get("orthogonal.conv2d.weight");
        assertArrayEquals(new int[] {7, 3, 2, 2}, weight.shape());
        for (int a = 0; a < 7; a++) {
            for (int b = 0; b < 7; b++) {
                double dot = 0;
                for (int i = 0; i < 12; i++) {
                    dot += (double) weight.data()[a * 12 + i] * weight.data()[b * 12 + i];
                }
                assertEquals(a == b ? 1 : 0, dot, 1e-6);
            }
        }
    }

    @Test
    void constraintsPenaltiesAndFrozenLayersHold() {
        Network network = TreatedConvolutions_HeldNetwork.create(5).train();
        Random random = new Random(4);
        Batch batch = Batch.of(Subjects.normal(random, 6, 2, 8, 8), Subjects.labels(random, 6, 3));
        float[] kept = network.state().get("kept.conv2d.weight").toArray();
        float[] started = network.state().get("unit.convTranspose2d.weight").toArray();
        Optimizer optimizer = Adam.of(0.05f).over(network.parameters());
        for (int step = 0; step < 10; step++) {
            network.loss(batch);
            network.backpropagate();
            optimizer.step();
            assertHeld(network.state());
        }
        assertArrayEquals(kept, network.state().get("kept.conv2d.weight").toArray());
        assertFalse(Arrays.equals(
                started, network.state().get("unit.convTranspose2d.weight").toArray()));
        double expected = 0;
        for (float w : network.state().get("limited.conv2d.weight").data()) {
            expected += 0.01 * w * w;
        }
        for (float w : network.state().get("logits.conv1d.weight").data()) {
            expected += 0.02 * Math.abs(w);
        }
        assertEquals(expected, network.penalty(), 1e-6 * expected);
    }

    /** A row is what the first axis counts: the kernels of one output, of a transposed convolution those of one input. */
    private static void assertHeld(Map<String, Tensor> state) {
        double largest = 0;
        for (int row = 0; row < 6; row++) {
            largest = Math.max(largest, norm(state.get("limited.conv2d.weight"), row));
        }
        assertEquals(0.4, largest, 1e-6, "the limit is kept, and shows");
        for (int row = 0; row < 4; row++) {
            assertEquals(1, norm(state.get("unit.convTranspose2d.weight"), row), 1e-6);
        }
        for (float w : state.get("unit.convTranspose2d.weight").data()) {
            assertTrue(w >= 0);
        }
    }

    private static double norm(Tensor weight, int row) {
        int length = weight.elements() / weight.shape()[0];
        double sum = 0;
        for (int i = row * length; i < (row + 1) * length; i++) {
            sum += (double) weight.data()[i] * weight.data()[i];
        }
        return Math.sqrt(sum);
    }

    static Stream<Arguments> masks() {
        return Stream.of(
                Arguments.of(
                        "Elements",
                        (LongFunction<Network>) TreatedConvolutions_ElementsNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_ElementsApartNetwork::create,
                        "2 7 6"),
                Arguments.of(
                        "ElementsUp",
                        (LongFunction<Network>) TreatedConvolutions_ElementsUpNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_ElementsUpApartNetwork::create,
                        "2 3 4"),
                Arguments.of(
                        "Channels",
                        (LongFunction<Network>) TreatedConvolutions_ChannelsNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_ChannelsApartNetwork::create,
                        "2 7 6"),
                Arguments.of(
                        "ChannelsUp",
                        (LongFunction<Network>) TreatedConvolutions_ChannelsUpNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_ChannelsUpApartNetwork::create,
                        "2 3 4"),
                Arguments.of(
                        "Blocks",
                        (LongFunction<Network>) TreatedConvolutions_BlocksNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_BlocksApartNetwork::create,
                        "2 7 6"),
                Arguments.of(
                        "BlocksUp",
                        (LongFunction<Network>) TreatedConvolutions_BlocksUpNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_BlocksUpApartNetwork::create,
                        "2 3 4"),
                Arguments.of(
                        "Paths",
                        (LongFunction<Network>) TreatedConvolutions_PathsNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_PathsApartNetwork::create,
                        "2 7 6"),
                Arguments.of(
                        "PathsUp",
                        (LongFunction<Network>) TreatedConvolutions_PathsUpNetwork::create,
                        (LongFunction<Network>) TreatedConvolutions_PathsUpApartNetwork::create,
                        "2 3 4"));
    }

    /** A mask that rides on a convolution is the mask that stands alone: the same outputs and gradients, to the bit. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("masks")
    void masksRideWithTheSameBits(
            String name, LongFunction<Network> together, LongFunction<Network> apart, String sizes) {
        int[] shape = Stream.of(("9 " + sizes).split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        Batch batch = Batch.of(Subjects.normal(new Random(2), shape));
        for (Mode mode : List.of(Mode.TRAIN, Mode.MONTE_CARLO, Mode.EVAL)) {
            Network one = together.apply(SEED).mode(mode).step(4);
            Network other = apart.apply(SEED).mode(mode).step(4);
            Tensor y = one.forward(batch);
            assertArrayEquals(other.forward(batch).toArray(), y.toArray(), name + " " + mode);
            if (mode == Mode.TRAIN) {
                assertTrue(zeros(y) > y.elements() * 0.51, "nothing is dropped beyond what ReLU does");
                Tensor up = Subjects.normal(new Random(3), y.shape());
                assertArrayEquals(other.backward(up).toArray(), one.backward(up).toArray(), name);
                for (int i = 0; i < one.parameters().size(); i++) {
                    assertArrayEquals(
                            other.parameters().get(i).gradients(),
                            one.parameters().get(i).gradients(),
                            one.parameters().get(i).name());
                }
            }
        }
    }

    private static long zeros(Tensor y) {
        long zeros = 0;
        for (float value : y.data()) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** With batches that are large enough to be divided among threads. */
    @Test
    void theNumberOfThreadsCannotBeSeen() {
        int before = Threads.count();
        try {
            float[][] first = null;
            for (int threads : new int[] {1, 2, 3}) {
                Threads.count(threads);
                float[][] found = steps();
                first = first == null ? found : first;
                for (int i = 0; i < found.length; i++) {
                    assertArrayEquals(first[i], found[i]);
                }
            }
        } finally {
            Threads.count(before);
        }
    }

    private static float[][] steps() {
        ConvolvedNetwork network = ConvolvedNetwork.create(8).train();
        Random random = new Random(6);
        Batch batch = Batch.of(Subjects.normal(random, 150, 2, 9, 8), Subjects.labels(random, 150, 4));
        Optimizer optimizer = Adam.of(0.01f).over(network.parameters());
        for (int step = 0; step < 3; step++) {
            network.loss(batch);
            network.backpropagate();
            optimizer.step();
        }
        return network.parameters().stream().map(p -> p.values().clone()).toArray(float[][]::new);
    }
}
