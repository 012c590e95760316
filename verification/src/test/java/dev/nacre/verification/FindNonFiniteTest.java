package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The name of what is not finite; and that looking for it leaves no trace. */
class FindNonFiniteTest {
    private static final float HUGE = 3e38f;

    private final Random random = new Random(71);
    private final Tensor x = Subjects.normal(random, 6, 8);
    private final int[] labels = {0, 1, 2, 0, 1, 2};

    static Stream<Subject> all() {
        return Subjects.all();
    }

    static Map<String, float[]> state(Network network) {
        Map<String, float[]> copy = new TreeMap<>();
        network.state().forEach((name, tensor) -> copy.put(name, tensor.toArray()));
        return copy;
    }

    static void assertState(Map<String, float[]> expected, Network network) {
        expected.forEach((name, values) ->
                assertArrayEquals(values, network.state().get(name).toArray(), name));
    }

    private static void fill(Network network, String name, float value) {
        Arrays.fill(network.state().get(name).data(), value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void aHealthyRunStaysAsItWas(Subject subject) {
        Batch batch = subject.batch(6, 5);
        Network plain = Training.steps(subject, subject.create().apply(1), 3);
        Network searched = Training.steps(subject, subject.create().apply(1), 3);
        assertEquals(Optional.empty(), searched.findNonFinite());
        if (subject.is(Trait.NO_LOSS)) {
            plain.forward(batch);
            searched.forward(batch);
        } else {
            plain.loss(batch);
            searched.loss(batch);
        }
        assertEquals(Optional.empty(), searched.findNonFinite());
        assertEquals(Optional.empty(), searched.findNonFinite());
        assertThrows(IllegalStateException.class, searched::backward);
        assertEquals(plain.step(), searched.step());
        assertEquals(Mode.TRAIN, searched.mode());
        assertState(state(plain), searched);
        // Masks and statistics go on as if nobody had looked.
        assertArrayEquals(
                Training.step(subject, plain, batch).toArray(),
                Training.step(subject, searched, batch).toArray());
        assertState(state(plain), searched);
        for (int i = 0; i < plain.parameters().size(); i++) {
            assertArrayEquals(
                    plain.parameters().get(i).gradients(),
                    searched.parameters().get(i).gradients());
        }
    }

    @Test
    void namesTheBlock() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        fill(net, "second.dense.weight", HUGE);
        assertFalse(Float.isFinite(net.loss(x, labels)));
        Map<String, float[]> before = state(net);
        assertEquals(Optional.of("block second"), net.findNonFinite());
        assertState(before, net);
        net.eval().loss(x, labels);
        assertEquals(Optional.of("block second"), net.train().findNonFinite());
        assertEquals(Mode.TRAIN, net.mode());
    }

    /** A mask that drops what explodes hides it; another step shows it. */
    @Test
    void runsWithTheSameMasks() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        fill(net, "second.dense.weight", 0);
        for (int row = 0; row < 16; row++) {
            net.state().get("second.dense.weight").set(HUGE, row, 0);
        }
        int finite = 0;
        for (int step = 0; step < 60; step++) {
            boolean isFinite = Float.isFinite(net.loss(Subjects.normal(random, 2, 8), new int[2]));
            finite += isFinite ? 1 : 0;
            assertEquals(isFinite, net.findNonFinite().isEmpty());
        }
        assertFalse(finite == 0 || finite == 60, "one outcome alone proves nothing: " + finite);
    }

    @Test
    void namesInputsAndParameters() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        x.set(Float.NaN, 3, 2);
        net.loss(x, labels);
        assertEquals(Optional.of("input x"), net.findNonFinite());
        net.state().get("logits.dense.bias").set(Float.NEGATIVE_INFINITY, 1);
        assertEquals(Optional.of("parameter logits.dense.bias"), net.findNonFinite());
    }

    @Test
    void namesLossesAndTargets() {
        Trained_LineNetwork net = Trained_LineNetwork.create(1);
        Tensor one = Tensor.of(new float[] {1}, 1, 1);
        net.loss(one, new float[] {1e25f});
        assertEquals(Optional.of("loss error"), net.findNonFinite());
        net.loss(one, new float[] {Float.NaN});
        assertEquals(Optional.of("target goal"), net.findNonFinite());
        net.forward(one);
        assertEquals(Optional.empty(), net.findNonFinite());
    }

    @Test
    void namesTheBlockOfAUsedNetwork() {
        EncoderNetwork net = EncoderNetwork.create(1);
        Batch batch = Batch.of(Subjects.normal(random, 4, 8), new int[4]);
        fill(net, "encoded.2.inner.dense.weight", HUGE);
        net.loss(batch);
        long step = net.step();
        assertEquals(Optional.of("block encoded.2.inner"), net.findNonFinite());
        assertEquals(step, net.step());
        fill(net, "encoded.2.inner.dense.weight", 0);
        fill(net, "embedded.dense.weight", HUGE);
        net.loss(batch);
        assertEquals(Optional.of("block embedded"), net.findNonFinite());
    }

    @Test
    void needsARun() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        assertEquals(
                "findNonFinite() looks at the last forward(...), loss(...) or backward(...), but none has run: call it"
                        + " directly after one of them",
                assertThrows(IllegalStateException.class, net::findNonFinite).getMessage());
        net.loss(x, labels);
        net.first(x);
        assertEquals(
                "findNonFinite() looks at the last forward(...), loss(...) or backward(...), but a single block was called"
                        + " after it, or it ended in an exception: call it directly after one of them",
                assertThrows(IllegalStateException.class, net::findNonFinite).getMessage());
    }
}
