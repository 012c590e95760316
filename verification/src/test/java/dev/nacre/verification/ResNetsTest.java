package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ResNet-20 in full size: names, sizes, bits for any number of threads, training, and the predictor without norms. */
class ResNetsTest {
    private final int before = Threads.count();

    @AfterEach
    void restore() {
        Threads.count(before);
    }

    private static Batch batch(int size, int... image) {
        Random random = new Random(3);
        int[] shape = {size, image[0], image[1], image[2]};
        return Batch.of(Subjects.normal(random, shape), Subjects.labels(random, size, 10));
    }

    /** 19 convolutions and a dense layer; without projections, which the paper leaves out here, its 0.27 million parameters. */
    @Test
    void isTheOneOfThePaper() {
        ResNets_ResNet20Network net = ResNets_ResNet20Network.create(1);
        List<String> names = net.parameters().stream().map(Parameter::name).toList();
        assertEquals(
                19,
                names.stream()
                        .filter(name -> name.matches(".*conv2d[12]?[.]weight"))
                        .filter(name -> !name.startsWith("joined"))
                        .count());
        assertTrue(
                names.containsAll(List.of(
                        "stem.conv2d.weight",
                        "stage1.1.inner.conv2d.weight",
                        "stage1.3.outer.batchNorm.bias",
                        "half.conv2d2.weight",
                        "joined2.stage1.conv2d.weight",
                        "stage3.2.inner.conv2d.weight",
                        "logits.dense.weight")),
                names::toString);
        int count = net.parameters().stream()
                .mapToInt(parameter -> parameter.values().length)
                .sum();
        assertEquals(269722, count - 16 * 32 - 32 * 64 - 2 * (32 + 64));
    }

    @Test
    void learnsAndPredictsWithoutNorms() {
        ResNets_FashionResNet20Network net = ResNets_FashionResNet20Network.create(2);
        Batch batch = batch(10, 1, 28, 28);
        Optimizer optimizer = Sgd.of(0.05f).momentum(0.9f).over(net.parameters());
        float first = net.loss(batch);
        for (int i = 0; i < 8; i++) {
            net.loss(batch);
            net.backpropagate();
            optimizer.step();
        }
        float last = net.loss(batch);
        assertTrue(last < first / 2, first + " -> " + last);
        Tensor images = batch.inputs().get(0);
        float[] expected = net.eval().forward(images).toArray();
        float[] found = net.predictor().forward(images).toArray();
        float largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertArrayEquals(expected, found, 1e-4f * largest);
    }

    @Test
    void theBitsDoNotDependOnThreads() {
        float[] one = gradients(1);
        assertArrayEquals(one, gradients(2));
        assertArrayEquals(one, gradients(3));
    }

    private static float[] gradients(int threads) {
        Threads.count(threads);
        Network net = ResNets_ResNet20Network.create(5);
        net.loss(batch(5, 3, 32, 32));
        float[] input = net.backward().toArray();
        float[] first = net.parameters().get(0).gradients();
        float[] both = new float[input.length + first.length];
        System.arraycopy(input, 0, both, 0, input.length);
        System.arraycopy(first, 0, both, input.length, first.length);
        return both;
    }
}
