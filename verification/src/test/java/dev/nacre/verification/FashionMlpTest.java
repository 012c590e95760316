package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that the design promises, on the network that it shows. */
class FashionMlpTest {
    private final Random random = new Random(1);
    private final Tensor images = images(32);
    private final int[] labels = random.ints(32, 0, 10).toArray();

    private Tensor images(int count) {
        float[] pixels = new float[count * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return Tensor.of(pixels, count, 1, 28, 28);
    }

    @Test
    void learnsABatchByHeart() {
        FashionMlpNetwork net = FashionMlpNetwork.create(42);
        Optimizer optimizer = Adam.of(0.001f).over(net.parameters());
        net.eval();
        float before = net.loss(images, labels);
        net.train();
        for (int i = 0; i < 200; i++) {
            net.loss(images, labels);
            net.backward();
            optimizer.step();
        }
        net.eval();
        float after = net.loss(images, labels);
        assertTrue(after < before / 3, before + " -> " + after);
    }

    @Test
    void sameSeedSameBits() {
        assertArrayEquals(trained(7), trained(7));
        assertFalse(Arrays.equals(trained(7), trained(8)));
    }

    private float[] trained(long seed) {
        FashionMlpNetwork net = FashionMlpNetwork.create(seed);
        Optimizer optimizer = Sgd.of(0.1f).over(net.parameters());
        for (int i = 0; i < 5; i++) {
            net.loss(images, labels);
            net.backward();
            optimizer.step();
        }
        return net.eval().forward(images).toArray();
    }

    @Test
    void blocksOneByOneAreTheNetwork() {
        FashionMlpNetwork net = FashionMlpNetwork.create(3).eval();
        Tensor whole = net.forward(images).copy();
        Tensor blocks = net.logits(net.hidden2(net.hidden1(images)));
        assertArrayEquals(whole.toArray(), blocks.toArray());
    }

    @Test
    void thePredictorIsTheEvaluation() {
        FashionMlpNetwork net = FashionMlpNetwork.create(3).eval();
        assertArrayEquals(
                net.forward(images).toArray(), net.predictor().forward(images).toArray());
    }

    @Test
    void namesItsParameters() {
        assertArrayEquals(
                new String[] {
                    "hidden1.dense.weight",
                    "hidden1.dense.bias",
                    "hidden2.dense.weight",
                    "hidden2.dense.bias",
                    "logits.dense.weight",
                    "logits.dense.bias"
                },
                FashionMlpNetwork.create(1).parameters().stream()
                        .map(Parameter::name)
                        .toArray());
    }

    @Test
    void continuesAsIfNeverSaved(@TempDir Path folder) {
        FashionMlpNetwork net = FashionMlpNetwork.create(5);
        step(net);
        net.save(folder.resolve("net.safetensors"));
        FashionMlpNetwork loaded = FashionMlpNetwork.load(folder.resolve("net.safetensors"));
        step(net);
        step(loaded);
        assertArrayEquals(
                net.eval().forward(images).toArray(),
                loaded.eval().forward(images).toArray());
    }

    private void step(FashionMlpNetwork net) {
        net.loss(images, labels);
        net.backward();
        Sgd.of(0.1f).over(net.parameters()).step();
    }

    @Test
    void refusesBackwardBeforeForward() {
        FashionMlpNetwork net = FashionMlpNetwork.create(5);
        assertThrows(IllegalStateException.class, net::backward);
        net.eval().loss(images, labels);
        assertThrows(IllegalStateException.class, net::backward);
        net.train().loss(images, labels);
        net.backward();
        assertThrows(IllegalStateException.class, net::backward);
    }
}
