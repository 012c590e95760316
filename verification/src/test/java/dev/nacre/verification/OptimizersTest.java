package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.AdaDelta;
import dev.nacre.optimizer.AdaGrad;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.AdamW;
import dev.nacre.optimizer.Adamax;
import dev.nacre.optimizer.FluentOptimizer;
import dev.nacre.optimizer.Lion;
import dev.nacre.optimizer.NAdam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.RAdam;
import dev.nacre.optimizer.RmsProp;
import dev.nacre.optimizer.Schedule;
import dev.nacre.optimizer.Sgd;
import dev.nacre.optimizer.WeightAverage;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimisers and averages together with generated networks. */
class OptimizersTest {
    private static final Map<String, Supplier<FluentOptimizer<?>>> OPTIMIZERS = Map.of(
            "Sgd",
            () -> Sgd.of(0.2f).momentum(0.9).nesterov(),
            "Adam",
            () -> Adam.of(0.01f),
            "AdamW",
            () -> AdamW.of(0.01f),
            "AdaGrad",
            () -> AdaGrad.of(0.05f),
            "AdaDelta",
            () -> AdaDelta.of(3),
            "Adamax",
            () -> Adamax.of(0.01f),
            "NAdam",
            () -> NAdam.of(0.01f),
            "RAdam",
            () -> RAdam.of(0.01f),
            "RmsProp",
            () -> RmsProp.of(0.003f).centered(),
            "Lion",
            () -> Lion.of(0.003f));

    @TempDir
    Path folder;

    static Stream<String> names() {
        return OPTIMIZERS.keySet().stream().sorted();
    }

    private static Tensor random(long seed, int... shape) {
        Random random = new Random(seed);
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    @ParameterizedTest
    @MethodSource("names")
    void learns(String name) {
        Tensor x = random(1, 8, 12);
        Tensor target = random(2, 8, 7);
        RegressionNetwork net = RegressionNetwork.create(3);
        Optimizer optimizer = OPTIMIZERS
                .get(name)
                .get()
                .clipNorm(10)
                .schedule(Schedule.cosine(300).warmUp(10))
                .group("*.bias", g -> g.weightDecay(0))
                .over(net.parameters());
        float first = net.loss(x, target);
        for (int step = 0; step < 300; step++) {
            net.loss(x, target);
            net.backpropagate();
            optimizer.step();
        }
        float last = net.loss(x, target);
        assertTrue(last < 0.1f * first, first + " -> " + last);
    }

    /** Network and optimiser in two files: bit for bit, masks and moments included. */
    @ParameterizedTest
    @MethodSource("names")
    void trainingResumes(String name) {
        SmallMlpNetwork net = SmallMlpNetwork.create(4);
        Optimizer optimizer = resumable(name, net);
        train(net, optimizer, 0, 5);
        net.save(folder.resolve("net"));
        optimizer.save(folder.resolve("optimizer"));
        train(net, optimizer, 5, 10);

        SmallMlpNetwork loaded = SmallMlpNetwork.load(folder.resolve("net"));
        Optimizer resumed = resumable(name, loaded);
        resumed.load(folder.resolve("optimizer"));
        train(loaded, resumed, 5, 10);
        assertSame(net, loaded);
    }

    private static Optimizer resumable(String name, Network network) {
        return OPTIMIZERS
                .get(name)
                .get()
                .schedule(Schedule.oneCycle(10))
                .clipNorm(0.5)
                .over(network.parameters());
    }

    private static void train(SmallMlpNetwork net, Optimizer optimizer, int from, int to) {
        for (int step = from; step < to; step++) {
            net.loss(random(step, 6, 1, 4, 4), new int[] {0, 1, 2, 3, 4, step % 5});
            net.backpropagate();
            optimizer.step();
        }
    }

    private static void assertSame(Network expected, Network found) {
        expected.state()
                .forEach((name, tensor) -> assertArrayEquals(
                        tensor.toArray(), found.state().get(name).toArray(), name));
    }

    /** Three batches of 8 and one step are one batch of 24, up to rounding. */
    @Test
    void accumulatedBatchesActAsOne() {
        Tensor x = random(1, 24, 12);
        Tensor target = random(2, 24, 7);
        RegressionNetwork whole = RegressionNetwork.create(3);
        whole.loss(x, target);
        whole.backpropagate();
        Sgd.of(0.5f).over(whole.parameters()).step();

        RegressionNetwork parts = RegressionNetwork.create(3);
        Optimizer optimizer = Sgd.of(0.5f).accumulate(3).over(parts.parameters());
        for (int part = 0; part < 3; part++) {
            parts.loss(rows(x, part * 8), rows(target, part * 8));
            parts.backpropagate();
            assertEquals(part == 2, optimizer.step());
        }
        for (int p = 0; p < whole.parameters().size(); p++) {
            Parameter expected = whole.parameters().get(p);
            Parameter found = parts.parameters().get(p);
            assertArrayEquals(expected.gradients(), found.gradients(), 1e-6f, expected.name());
            assertArrayEquals(expected.values(), found.values(), 5e-7f, expected.name());
        }
    }

    private static Tensor rows(Tensor tensor, int from) {
        int width = tensor.shape()[1];
        float[] some = new float[8 * width];
        System.arraycopy(tensor.data(), from * width, some, 0, some.length);
        return Tensor.of(some, 8, width);
    }

    /** The statistics that a batch norm has are those of the trained weights until passes in training refresh them. */
    @Test
    void statisticsFollowAveragedWeights() {
        ResidualNetwork net = ResidualNetwork.create(5);
        Tensor x = random(1, 64, 24);
        Tensor target = random(2, 64, 16);
        Optimizer optimizer = Adam.of(0.05f).over(net.parameters());
        WeightAverage average = WeightAverage.uniform().over(net.parameters());
        for (int step = 0; step < 40; step++) {
            net.loss(x, target);
            net.backpropagate();
            optimizer.step();
            average.update();
        }
        List<float[]> trained = values(net);
        average.apply();
        double before = distance(net.train().forward(x).copy(), net.eval().forward(x));
        net.train();
        for (int pass = 0; pass < 100; pass++) {
            net.forward(x);
        }
        double after = distance(net.forward(x).copy(), net.eval().forward(x));
        // What remains is that the running variance is the unbiased one.
        assertTrue(after < 0.1 * before, before + " -> " + after);
        average.restore();
        List<float[]> restored = values(net);
        for (int i = 0; i < trained.size(); i++) {
            assertArrayEquals(trained.get(i), restored.get(i));
        }
    }

    private static List<float[]> values(Network net) {
        return net.parameters().stream()
                .map(parameter -> parameter.value().toArray())
                .toList();
    }

    @Test
    void averagesStatisticsToo() {
        ResidualNetwork net = ResidualNetwork.create(5);
        WeightAverage average = WeightAverage.exponential(0.5).over(net);
        assertEquals(net.state().keySet(), average.averages().keySet());
        Tensor mean = net.state().get("a.batchNorm.running_mean");
        average.update();
        net.forward(random(1, 8, 24));
        float[] moved = mean.toArray();
        average.update();
        average.apply();
        for (int i = 0; i < moved.length; i++) {
            assertEquals(moved[i] / 2, mean.data()[i], 1e-7f);
        }
    }

    private static double distance(Tensor a, Tensor b) {
        double greatest = 0;
        for (int i = 0; i < a.elements(); i++) {
            greatest = Math.max(greatest, Math.abs(a.data()[i] - b.data()[i]));
        }
        return greatest;
    }
}
