package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Trained.Sample;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A network is for one thread at a time: another one is refused while it is inside, and changes nothing. */
class ThreadsTest {
    private static final Sample SAMPLE = new Sample(1.5f);

    private final ExecutorService other = Executors.newSingleThreadExecutor(task -> new Thread(task, "other"));
    private final Trained_WaitingNetwork net = Trained_WaitingNetwork.create(1);
    private final Tensor x = Trained_WaitingNetwork.encode(SAMPLE, SAMPLE);

    @AfterEach
    void stop() throws InterruptedException {
        other.shutdown();
        assertEquals(true, other.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void aSecondThreadIsRefused() throws Exception {
        float[] expected = Trained_WaitingNetwork.create(1).probabilities(SAMPLE);
        Map<String, float[]> state = FindNonFiniteTest.state(net);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Future<float[]> result = other.submit(() -> {
            Sample.whenRead(() -> {
                inside.countDown();
                await(seen);
            });
            return net.probabilities(SAMPLE);
        });
        await(inside);
        try {
            assertRefused(() -> net.forward(x));
            assertRefused(() -> net.loss(x, new int[2]));
            assertRefused(() -> net.loss(x, new Species[] {Species.SETOSA, Species.SETOSA}));
            assertRefused(() -> net.loss(Batch.of(x, new int[2])));
            assertRefused(() -> net.hidden(SAMPLE));
            assertRefused(() -> net.logits(Tensor.zeros(2, 8)));
            assertRefused(net::backward);
            assertRefused(net::backpropagate);
            assertRefused(() -> net.backward(Tensor.zeros(2, 3)));
            assertRefused(() -> net.predict(SAMPLE));
            assertRefused(net::train);
            assertRefused(() -> net.mode(Mode.MONTE_CARLO));
            assertRefused(() -> net.step(7));
        } finally {
            seen.countDown();
        }
        assertArrayEquals(expected, result.get(10, TimeUnit.SECONDS));
        assertEquals(0, net.step());
        assertEquals(Mode.TRAIN, net.mode());
        FindNonFiniteTest.assertState(state, net);
        assertArrayEquals(
                Trained_WaitingNetwork.create(1).forward(x).toArray(),
                net.forward(x).toArray());
    }

    private static void assertRefused(Executable call) {
        assertEquals(
                "thread \"" + Thread.currentThread().getName()
                        + "\" cannot use this network while thread \"other\" runs it:"
                        + " give each thread a network of its own, or share a predictor(), which is for any number of"
                        + " threads",
                assertThrows(IllegalStateException.class, call).getMessage());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertEquals(true, latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One after the other is no harm. */
    @Test
    void threadsMayTakeTurns() throws Exception {
        Trained_WaitingNetwork alone = Trained_WaitingNetwork.create(1);
        alone.loss(x, new int[2]);
        float[] expected = alone.backward().toArray();
        net.loss(x, new int[2]);
        assertArrayEquals(expected, other.submit(() -> net.backward().toArray()).get(10, TimeUnit.SECONDS));
    }

    @Test
    void aRunMayNotCallItself() {
        Sample.whenRead(() -> net.forward(x));
        try {
            assertEquals(
                    "this network was called from inside one of its own runs: let the run end first",
                    assertThrows(IllegalStateException.class, () -> net.predict(SAMPLE))
                            .getMessage());
        } finally {
            Sample.whenRead(() -> {});
        }
        assertEquals(Mode.TRAIN, net.mode());
    }

    /** A run that ends in an exception lets others in. */
    @Test
    void aFailedRunHasLeft() throws Exception {
        Sample.whenRead(() -> {
            throw new IllegalArgumentException("enough");
        });
        try {
            assertThrows(IllegalArgumentException.class, () -> net.predict(SAMPLE));
        } finally {
            Sample.whenRead(() -> {});
        }
        assertThrows(IllegalArgumentException.class, () -> net.loss(x, new int[] {0, 9}));
        assertThrows(IllegalStateException.class, net::backward);
        assertEquals(2, other.submit(() -> net.forward(x).shape()[0]).get(10, TimeUnit.SECONDS));
    }
}
