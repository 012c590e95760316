package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Mask;
import dev.nacre.network.Label;
import dev.nacre.network.Network;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every block can be called by itself, and all of them one after the other are the network. */
class BlocksTest {
    private final Random random = new Random(31);

    @Test
    void edgesBelongToTheirBlock() {
        ResidualNetwork net = ResidualNetwork.create(1).eval();
        Tensor x = Subjects.normal(random, 5, 24);
        float[] whole = net.forward(x).toArray();
        Tensor out = net.out(net.b(net.a(x)), x);
        assertArrayEquals(whole, out.toArray());
        Tensor target = Subjects.normal(random, 5, 16);
        assertEquals(net.loss(x, target), net.error(out, Target.of(target)).value());
    }

    @Test
    void blocksTakeSeveralValues() {
        TwoInputsNetwork net = TwoInputsNetwork.create(1).eval();
        Tensor a = Subjects.normal(random, 4, 12);
        Tensor b = Subjects.normal(random, 4, 2, 3);
        Tensor left = net.left(a);
        Tensor gate = net.gate(b);
        assertArrayEquals(
                net.forward(a, b).toArray(),
                net.out(net.gated(left, gate), left, gate).toArray());
    }

    @Test
    void blocksUseOtherNetworks() {
        EncoderNetwork net = EncoderNetwork.create(1).eval();
        Tensor tokens = Subjects.normal(random, 4, 8);
        Tensor embedded = net.embedded(tokens);
        Tensor normed = net.normed(net.tied(net.encoded(embedded)));
        Tensor logits = net.logits(net.sum(normed, embedded));
        assertArrayEquals(net.forward(tokens).toArray(), logits.toArray());
        int[] labels = {0, 3, 1, 2};
        assertEquals(
                net.loss(tokens, labels), net.loss(logits, Label.of(labels)).value());
    }

    @Test
    void membersStandInAnyOrder() {
        ShuffledNetwork net = ShuffledNetwork.create(1).eval();
        Tensor x = Subjects.normal(random, 4, 2, 5);
        Tensor flat = net.flat(x);
        assertArrayEquals(x.toArray(), flat.toArray());
        Tensor merged = net.merged(net.wide(flat), net.narrow(net.dropped(flat)), flat);
        assertArrayEquals(net.forward(x).toArray(), net.logits(merged).toArray());
        assertEquals(net.loss(x, new int[] {1, 1, 0, 3}), mean(net, merged, 1, 1, 0, 3), 1e-6);
    }

    private static double mean(ShuffledNetwork net, Tensor merged, int... labels) {
        double sum = 0;
        float[] logits = net.logits(merged).toArray();
        for (int n = 0; n < labels.length; n++) {
            Tensor row = Tensor.of(Arrays.copyOfRange(logits, 4 * n, 4 * n + 4), 1, 4);
            sum += net.loss(row, labels[n]).value();
        }
        return sum / labels.length;
    }

    @Test
    void recordsGoIn() {
        IrisNetwork net = IrisNetwork.create(1).eval();
        Flower flower = new Flower(5.1f, 3.5, 1.4f, 2, true, Species.VERSICOLOR);
        Tensor logits = net.logits(net.hidden(flower));
        assertArrayEquals(net.forward(IrisNetwork.encode(flower)).toArray(), logits.toArray());
        assertEquals(
                net.loss(IrisNetwork.encode(flower), new Species[] {Species.VIRGINICA}),
                net.loss(logits, Species.VIRGINICA).value());
    }

    /** Blocks are the user's to call from concrete methods; each result is an array of its own. */
    @Test
    void abstractClassesCallTheirBlocks() {
        Outer.Inner net = Outer_InnerNetwork.create(1).eval();
        Tensor x = Subjects.normal(random, 2, 10);
        Tensor y = Subjects.normal(random, 2, 10);
        assertArrayEquals(net.first(y).toArray(), net.firstTwice(x, y).toArray());
    }

    /** In training too a block works as in the network: its masks are those of the step. */
    @Test
    void blocksDropInTraining() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1).train();
        Tensor image = Subjects.normal(random, 6, 1, 4, 4);
        float[] whole = net.forward(image).toArray();
        Tensor hidden1 = net.step(0).hidden1(image);
        Tensor hidden2 = net.step(0).hidden2(hidden1);
        assertArrayEquals(whole, net.logits(hidden2).toArray());
        assertTrue(zeros(hidden2) > zeros(net.eval().hidden2(hidden1)), "dropout made no zeros");
    }

    /** A block call counts as a step, also for the networks that other blocks use. */
    @Test
    void blockCallsKeepUsedNetworksInStep(@TempDir Path folder) {
        Subject encoder = Subjects.all()
                .filter(subject -> subject.name().equals("Encoder"))
                .findFirst()
                .orElseThrow();
        EncoderNetwork net = EncoderNetwork.create(1).train();
        net.embedded(Subjects.normal(random, 4, 8));
        net.encoded(Subjects.normal(random, 4, 16));
        net.save(folder.resolve("net.safetensors"));
        Network loaded = EncoderNetwork.load(folder.resolve("net.safetensors"));
        assertEquals(net.step(), loaded.step());
        Training.steps(encoder, net, 2);
        Training.steps(encoder, loaded, 2);
        net.state()
                .forEach((name, tensor) -> assertArrayEquals(
                        tensor.toArray(), loaded.state().get(name).toArray(), name));
    }

    @Test
    void blocksCheckTheirArguments() {
        TwoInputsNetwork net = TwoInputsNetwork.create(1).eval();
        Tensor five = Subjects.normal(random, 5, 16);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> net.gated(five, Subjects.normal(random, 4, 16)))
                .getMessage();
        assertEquals("input gate has 4 samples, but the first input has 5: all inputs need the same batch", message);
        message = assertThrows(IllegalArgumentException.class, () -> net.left(five))
                .getMessage();
        assertEquals("input a has shape (5, 16): expected (batch, 12)", message);
    }

    /** Unrolled to scalar arithmetic, the same bits as the kernels. */
    @Test
    void unrolledIsTheKernels() {
        IrisNetwork net = IrisNetwork.create(9);
        Tensor flowers = Subjects.all()
                .filter(subject -> subject.name().equals("Iris"))
                .findFirst()
                .orElseThrow()
                .batch(21, 4)
                .inputs()
                .get(0);
        net.train().forward(flowers);
        float[] unrolled = net.eval().forward(flowers).toArray();

        Kernels kernels = Kernels.get();
        float[] standard = new float[21 * 8];
        float[] hidden = new float[21 * 16];
        float[] logits = new float[21 * 3];
        kernels.standardize(
                flowers.data(),
                standard,
                data(net, "hidden.standardize.running_mean"),
                data(net, "hidden.standardize.running_var"),
                21,
                8,
                1,
                1e-5f);
        kernels.dense(
                standard,
                data(net, "hidden.dense.weight"),
                data(net, "hidden.dense.bias"),
                hidden,
                21,
                8,
                16,
                Activation.RELU,
                Mask.NONE);
        kernels.dense(
                hidden,
                data(net, "logits.dense.weight"),
                data(net, "logits.dense.bias"),
                logits,
                21,
                16,
                3,
                Activation.IDENTITY,
                Mask.NONE);
        assertArrayEquals(logits, unrolled);
    }

    private static float[] data(Network network, String name) {
        return network.state().get(name).data();
    }

    private static int zeros(Tensor tensor) {
        int zeros = 0;
        for (float value : tensor.data()) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }
}
