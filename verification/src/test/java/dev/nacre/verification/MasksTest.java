package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.io.Checkpoint;
import dev.nacre.kernel.Mask;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The masks of networks: by name, of any step, set by hand, and with another p. */
class MasksTest {
    @TempDir
    private Path folder;

    static Stream<Subject> withDropout() {
        return Subjects.withDropout();
    }

    private static Tensor normal(int... shape) {
        return Subjects.normal(new Random(5), shape);
    }

    private static void assertMessage(String expected, Class<? extends Throwable> type, Runnable call) {
        assertEquals(expected, assertThrows(type, call::run).getMessage());
    }

    @Test
    void names() {
        assertEquals(
                List.of("hidden1.dropout", "hidden2.dropout"),
                SmallMlpNetwork.create(1).masks());
        assertEquals(
                List.of("hidden.first.dropout", "hidden.dropout", "turned.dropout"),
                MaskedNetworks_SeveralNetwork.create(1).masks());
        assertEquals(
                List.of(
                        "sum.embedded.dropout",
                        "encoded.1.inner.dropout",
                        "encoded.2.inner.dropout",
                        "encoded.3.inner.dropout",
                        "tied.1.inner.dropout",
                        "tied.2.inner.dropout",
                        "sum.embedded.inner.dropout"),
                EncoderNetwork.create(1).masks());
        assertEquals(List.of(), XorNetwork.create(1).masks());
    }

    @Test
    void unknownNames() {
        Network net = MaskedNetworks_SeveralNetwork.create(1);
        assertMessage(
                "there is no dropout layer \"hiden\": those of this network are hidden.first.dropout, hidden.dropout,"
                        + " turned.dropout",
                IllegalArgumentException.class,
                () -> net.mask("hiden"));
        assertMessage(
                "\"hidden\" has several dropout layers: say which of hidden.first.dropout, hidden.dropout",
                IllegalArgumentException.class,
                () -> net.mask("hidden"));
        assertMessage(
                "there is no dropout layer \"hidden\": this network has no dropout",
                IllegalArgumentException.class,
                () -> XorNetwork.create(1).mask("hidden"));
    }

    /** A mask is what the block did, to the bit. */
    @Test
    void theMaskIsWhatTheBlockDid() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor x = normal(6, 1, 4, 4);
        float[] evaluated = net.eval().hidden1(x).toArray();
        net.train();
        Tensor dropped = net.hidden1(x);
        Tensor mask = net.mask("hidden1");
        assertArrayEquals(new int[] {6, 24}, mask.shape());
        float scale = (float) (1 / (1 - 0.2));
        for (int i = 0; i < evaluated.length; i++) {
            assertEquals(mask.data()[i] == 1 ? evaluated[i] * scale : 0f, dropped.data()[i]);
        }
        assertTrue(Arrays.toString(mask.toArray()).contains("0.0"));
    }

    /** Unrolled products mask by themselves. */
    @Test
    void scalarNetworks() {
        IrisNetwork net = IrisNetwork.create(1);
        Subject iris = Subjects.all()
                .filter(subject -> subject.name().equals("Iris"))
                .findFirst()
                .orElseThrow();
        Batch batch = iris.batch(40, 3);
        net.forward(batch);
        Tensor mask = net.mask("hidden");
        assertArrayEquals(new int[] {40, 16}, mask.shape());
        float[] first = net.outputs().get(0).toArray();
        net.mask("hidden", mask).step(0);
        assertArrayEquals(first, net.forward(batch).toArray());
        net.mask("hidden", Tensor.zeros(16));
        float[] dropped = net.forward(batch).toArray();
        for (int i = 0; i < dropped.length; i++) {
            assertEquals(net.state().get("logits.dense.bias").data()[i % 3], dropped[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withDropout")
    void anyStepAgain(Subject subject) {
        Network net = subject.create().apply(11).train();
        Batch batch = subject.batch(7, 3);
        for (int step = 1; step <= 3; step++) {
            net.forward(batch);
            for (String name : net.masks()) {
                assertArrayEquals(
                        net.masks(step).get(name).toArray(), net.mask(name).toArray(), name);
            }
        }
        Map<String, Tensor> second = net.masks(2);
        assertEquals(net.masks(), List.copyOf(second.keySet()));
        net.step(1).forward(batch);
        for (String name : net.masks()) {
            assertArrayEquals(second.get(name).toArray(), net.mask(name).toArray(), name);
            // Fewer samples have the first rows.
            float[] few = net.masks(2, 3).get(name).toArray();
            assertArrayEquals(few, Arrays.copyOf(second.get(name).toArray(), few.length), name);
        }
    }

    /** Masks set by hand to what was drawn give the same bits, forward and backward. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("withDropout")
    void setByHand(Subject subject) {
        Batch batch = subject.batch(7, 3);
        Network drawn = subject.create().apply(11).train();
        Network forced = subject.create().apply(11).train();
        drawn.masks(4, 7).forEach(forced::mask);
        if (!subject.is(Subject.Trait.NO_LOSS)) {
            Tensor expected = Training.step(subject, drawn.step(3), batch).copy();
            // Random slopes follow the step too.
            Tensor actual = Training.step(subject, forced.step(3), batch);
            assertArrayEquals(expected.toArray(), actual.toArray());
        }
        forced.step(3);
        float[] again = drawn.step(3).forward(batch).toArray();
        assertArrayEquals(again, forced.forward(batch).toArray());
        forced.clearMasks().step(5);
        assertArrayEquals(
                drawn.step(5).forward(batch).toArray(), forced.forward(batch).toArray());
    }

    @Test
    void oneMaskForAllSamples() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor keep = Tensor.zeros(24);
        keep.set(1, 3);
        net.mask("hidden1", keep);
        net.forward(normal(5, 1, 4, 4));
        net.forward(normal(2, 1, 4, 4));
        Tensor mask = net.mask("hidden1");
        assertArrayEquals(new int[] {2, 24}, mask.shape());
        for (int i = 0; i < mask.elements(); i++) {
            assertEquals(i % 24 == 3 ? 1 : 0, mask.data()[i]);
        }
    }

    @Test
    void refusesMasks() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        assertMessage(
                "the mask of hidden1.dropout has the shape 5x23: give 24 for all samples, or that with the batch in front",
                IllegalArgumentException.class,
                () -> net.mask("hidden1", Tensor.zeros(5, 23)));
        Tensor half = Tensor.zeros(24);
        half.set(0.5f, 7);
        assertMessage(
                "element 7 of the mask of hidden1.dropout is 0.5: give 1 for what passes and 0 for what is dropped",
                IllegalArgumentException.class,
                () -> net.mask("hidden1", half));
        net.mask("hidden1", Tensor.zeros(5, 24));
        assertMessage(
                "the mask of hidden1.dropout was set for 5 samples, but this run has 4: give one of the shape 24 for all"
                        + " samples, or call clearMasks()",
                IllegalArgumentException.class,
                () -> net.forward(normal(4, 1, 4, 4)));
        assertEquals(0, net.step());
        // Evaluation has no masks, not even those.
        assertEquals(4, net.eval().forward(normal(4, 1, 4, 4)).shape()[0]);
    }

    @Test
    void noMasksInEvaluation() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        assertMessage(
                "the dropout layer hidden1.dropout has no mask yet: call forward(...) or loss(...) in mode TRAIN or"
                        + " MONTE_CARLO first",
                IllegalStateException.class,
                () -> net.mask("hidden1"));
        assertMessage(
                "masks(step) are for as many samples as the last run had, but nothing has run: call forward(...) or"
                        + " loss(...) first, or give the number, masks(step, batch)",
                IllegalStateException.class,
                () -> net.masks(1));
        assertMessage(
                "there are no masks of step 0 for 3 samples: steps count from 1, and so do samples",
                IllegalArgumentException.class,
                () -> net.masks(0, 3));
        net.eval().forward(normal(4, 1, 4, 4));
        assertMessage(
                "the dropout layer hidden1.dropout ran last in mode EVAL, which has no masks: run it in mode TRAIN or"
                        + " MONTE_CARLO, or look at those of a step, masks(step)",
                IllegalStateException.class,
                () -> net.mask("hidden1"));
        net.mode(Mode.MONTE_CARLO).forward(normal(4, 1, 4, 4));
        assertEquals(96, net.mask("hidden1").elements());
    }

    /** The block drops what a mask of that p drops, and scales as it does. */
    @Test
    void anotherP() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor x = normal(6, 1, 4, 4);
        float[] evaluated = net.eval().hidden1(x).toArray();
        net.train();
        assertEquals(0.2, net.dropout("hidden1").p());
        assertSame(net, net.step(9));
        net.dropout("hidden1").p(0.6);
        float[] dropped = net.hidden1(x).toArray();
        Mask declared = new Mask(0.6, 0);
        declared.draw(1, 10);
        for (int i = 0; i < dropped.length; i++) {
            assertEquals(declared.apply(evaluated[i], i / 24, i % 24, 24), dropped[i]);
        }
        net.dropout("hidden1").p(1);
        assertArrayEquals(new float[dropped.length], net.hidden1(x).toArray());
        net.dropout("hidden1").p(0);
        assertArrayEquals(evaluated, net.hidden1(x).toArray());
        assertMessage(
                "the probability of dropping is 1.5, but must be from 0 (keep all) to 1 (drop all)",
                IllegalArgumentException.class,
                () -> net.dropout("hidden1").p(1.5));
        assertEquals(0, net.dropout("hidden1").p());
        assertEquals("hidden1.dropout(0.0)", net.dropout("hidden1").toString());
    }

    /** What has run is run backward with its own mask. */
    @Test
    void theBackwardPassKeepsItsP() {
        Subject subject = Subjects.all()
                .filter(one -> one.name().equals("SmallMlp"))
                .findFirst()
                .orElseThrow();
        Batch batch = subject.batch(6, 1);
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        SmallMlpNetwork other = SmallMlpNetwork.create(1);
        net.loss(batch);
        other.loss(batch);
        net.dropout("hidden1").p(0.9);
        net.mask("hidden2", Tensor.zeros(24));
        assertArrayEquals(other.backward().toArray(), net.backward().toArray());
    }

    @Test
    void savedWithTheNetwork() {
        EncoderNetwork net = EncoderNetwork.create(1);
        Path file = folder.resolve("net.safetensors");
        net.dropout("encoded.2").p(0.35);
        net.save(file);
        EncoderNetwork loaded = EncoderNetwork.load(file);
        assertEquals(Map.of("encoded.2.inner.dropout", 0.35), loaded.dropouts().changed());
        Tensor x = normal(5, 8);
        assertArrayEquals(net.forward(x).toArray(), loaded.forward(x).toArray());
        SmallMlpNetwork other = SmallMlpNetwork.create(1);
        assertMessage(
                file + " has a p of the dropout layer 'encoded.2.inner.dropout', which the network does not have: its"
                        + " dropout layers are [hidden1.dropout, hidden2.dropout]",
                IllegalArgumentException.class,
                () -> Checkpoint.read(file).restore(other.dropouts()));
    }

    /** On an axis of time too, forward and backward have one mask. */
    @Test
    void oneMaskForwardAndBackward() {
        MaskedNetworks_SeveralNetwork net = MaskedNetworks_SeveralNetwork.create(1);
        net.dropout("hidden.first").p(0);
        net.dropout("turned").p(0);
        Tensor x = normal(4, 3, 50);
        Tensor y = net.forward(x);
        Tensor ones = Tensor.zeros(y.shape());
        Arrays.fill(ones.data(), 0, ones.elements(), 1f);
        float[] drawn = net.backward(ones).toArray();
        net.mask("hidden.dropout", net.mask("hidden.dropout"));
        net.forward(x);
        assertArrayEquals(drawn, net.backward(ones).toArray());
    }
}
