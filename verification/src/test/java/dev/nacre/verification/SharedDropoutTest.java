package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Training with products of kept units is training with masked ones. */
class SharedDropoutTest {
    private static final int BATCH = 200;
    private static final int STEPS = 6;

    private static Batch batch(int number) {
        Random random = new Random(number);
        int[] labels = random.ints(BATCH, 0, 130).toArray();
        return Batch.of(Subjects.normal(random, BATCH, 160), labels);
    }

    private static Optimizer momentum(Network network) {
        return Sgd.of(0.3f).momentum(0.9f).weightDecay(0.01f).over(network.parameters());
    }

    private static float step(Network network, Optimizer optimizer, Batch batch) {
        float loss = network.loss(batch);
        network.backpropagate();
        optimizer.step();
        return loss;
    }

    private static void assertSame(Network expected, Network actual) {
        List<Parameter> parameters = expected.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            // A delta of 0 takes both zeros for one: sums without their zeros may have the other.
            assertArrayEquals(
                    parameters.get(i).values(),
                    actual.parameters().get(i).values(),
                    0f,
                    parameters.get(i).name());
        }
    }

    /** The same masks, whichever way, give the same weights after steps with momentum and weight decay. */
    @Test
    void trainsAsMaskedProductsDo() {
        Network kept = SharedNetworks_KeptNetwork.create(5).train();
        Network masked = SharedNetworks_MaskedNetwork.create(5).train();
        Optimizer keptOptimizer = momentum(kept);
        Optimizer maskedOptimizer = momentum(masked);
        float[] first = kept.parameters().get(0).values().clone();
        for (int step = 1; step <= STEPS; step++) {
            kept.masks(step, BATCH).forEach(masked::mask);
            Batch batch = batch(step);
            float loss = step(masked, maskedOptimizer, batch);
            assertEquals(loss, step(kept, keptOptimizer, batch), 0f, "loss of step " + step);
            assertSame(masked, kept);
        }
        assertNotEquals(first[0], kept.parameters().get(0).values()[0]);
    }

    /** Gradients of dropped units add nothing to what was there. */
    @Test
    void accumulates() {
        Network kept = SharedNetworks_KeptNetwork.create(5).train();
        Network masked = SharedNetworks_MaskedNetwork.create(5).train();
        for (int step = 1; step <= 3; step++) {
            kept.masks(step, BATCH).forEach(masked::mask);
            Batch batch = batch(step);
            masked.loss(batch);
            kept.loss(batch);
            // Not followed by a step of an optimiser, so the next pass adds.
            Tensor expected = masked.backward();
            assertArrayEquals(expected.toArray(), kept.backward().toArray(), 0f);
            for (int i = 0; i < masked.parameters().size(); i++) {
                assertArrayEquals(
                        masked.parameters().get(i).gradients(),
                        kept.parameters().get(i).gradients(),
                        0f);
            }
        }
    }

    @Test
    void threadsGiveTheSameBits() {
        int before = Threads.count();
        try {
            Threads.count(1);
            Network one = SharedNetworks_KeptNetwork.create(5).train();
            Optimizer optimizer = momentum(one);
            for (int step = 1; step <= STEPS; step++) {
                step(one, optimizer, batch(step));
            }
            for (int threads = 2; threads <= 3; threads++) {
                Threads.count(threads);
                Network more = SharedNetworks_KeptNetwork.create(5).train();
                Optimizer its = momentum(more);
                for (int step = 1; step <= STEPS; step++) {
                    step(more, its, batch(step));
                }
                for (int i = 0; i < one.parameters().size(); i++) {
                    assertArrayEquals(
                            one.parameters().get(i).values(),
                            more.parameters().get(i).values());
                }
            }
        } finally {
            Threads.count(before);
        }
    }

    /** A block that is given what no dropout made computes with all of it. */
    @Test
    void aBlockAloneTakesAllOfItsInput() {
        SharedNetworks_KeptNetwork kept = SharedNetworks_KeptNetwork.create(5).train();
        SharedNetworks_MaskedNetwork masked =
                SharedNetworks_MaskedNetwork.create(5).train();
        kept.masks(1, BATCH).forEach(masked::mask);
        Tensor hidden1 = Subjects.normal(new Random(1), BATCH, 192);
        assertArrayEquals(
                masked.hidden2(hidden1).toArray(), kept.hidden2(hidden1).toArray(), 0f);
    }

    @Test
    void monteCarloSamplesAreThoseOfMaskedProducts() {
        SharedNetworks_KeptNetwork kept = SharedNetworks_KeptNetwork.create(5);
        SharedNetworks_MaskedNetwork masked = SharedNetworks_MaskedNetwork.create(5);
        Tensor x = Subjects.normal(new Random(1), BATCH, 160);
        kept.masks(1, BATCH).forEach((name, mask) -> {
            masked.mask(name, mask);
            kept.mask(name, mask);
        });
        assertArrayEquals(
                masked.monteCarlo(x, 3).mean().toArray(),
                kept.monteCarlo(x, 3).mean().toArray(),
                0f);
    }

    @Test
    void evaluationIsThatOfEveryDropout() {
        Tensor x = Subjects.normal(new Random(1), BATCH, 160);
        float[] expected =
                SharedNetworks_MaskedNetwork.create(5).eval().forward(x).toArray();
        SharedNetworks_KeptNetwork kept = SharedNetworks_KeptNetwork.create(5).eval();
        assertArrayEquals(expected, kept.forward(x).toArray());
        assertArrayEquals(expected, kept.predictor().forward(x).toArray());
    }
}
