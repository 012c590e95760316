package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Mode;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What generated networks drop together, and what they do of it in evaluation. */
class DroppedTest {
    private static final int BATCH = 200;

    private static Tensor input(int... sample) {
        int[] shape = new int[sample.length + 1];
        shape[0] = BATCH;
        System.arraycopy(sample, 0, shape, 1, sample.length);
        return Subjects.normal(new Random(3), shape);
    }

    /** Sigmoids are never 0, so zeros were dropped: the same units of every sample, others at the next step. */
    @Test
    void theBatchSharesItsMask() {
        DroppedNetwork network = DroppedNetwork.create(1).train();
        boolean[] first = sharedUnits(network);
        boolean changed = false;
        for (int step = 0; step < 5; step++) {
            changed |= !Arrays.equals(first, sharedUnits(network));
        }
        assertTrue(changed);
        network.mode(Mode.MONTE_CARLO);
        sharedUnits(network);
    }

    private static boolean[] sharedUnits(DroppedNetwork network) {
        Tensor shared = network.shared(input(20));
        boolean[] kept = new boolean[20];
        for (int i = 0; i < BATCH * 20; i++) {
            if (i < 20) {
                kept[i] = shared.data()[i] != 0;
            }
            assertEquals(kept[i % 20], shared.data()[i] != 0);
        }
        return kept;
    }

    @Test
    void timeStepsShareTheirMask() {
        Tensor steps = DroppedNetwork.create(1).train().steps(input(3, 4, 5));
        boolean differ = false;
        for (int n = 0; n < BATCH; n++) {
            for (int i = 0; i < 72; i++) {
                assertEquals(steps.data()[72 * n + i % 24] == 0, steps.data()[72 * n + i] == 0);
                differ |= (steps.data()[i] == 0) != (steps.data()[72 * n + i] == 0);
            }
        }
        assertTrue(differ, "samples have masks of their own");
    }

    @Test
    void pathsAreDroppedWhole() {
        Tensor path = SmallDroppedNetwork.create(1).train().path(input(5));
        int dropped = 0;
        for (int n = 0; n < BATCH; n++) {
            int zeros = 0;
            for (int i = 0; i < 6; i++) {
                zeros += path.data()[6 * n + i] == 0 ? 1 : 0;
            }
            assertTrue(zeros == 0 || zeros == 6, zeros + " of 6");
            dropped += zeros / 6;
        }
        assertTrue(Math.abs(dropped - 0.2 * BATCH) <= 5 * Math.sqrt(BATCH * 0.16), dropped + " of " + BATCH);
    }

    /** Trained elements are kept as they are or 0; evaluated ones are q times them, in the predictor too. */
    @Test
    void theClassicFormScalesAtEvaluation() {
        DroppedNetwork network = DroppedNetwork.create(1).train();
        Tensor x = input(3, 4, 5);
        float[] trained = network.noisy(x).toArray();
        float[] evaluated = network.eval().noisy(x).toArray();
        int kept = 0;
        for (int i = 0; i < trained.length; i++) {
            if (trained[i] != 0) {
                assertEquals(trained[i] * 0.9f, evaluated[i]);
                kept++;
            }
        }
        assertTrue(kept > trained.length / 2 && kept < trained.length);
        assertArrayEquals(
                network.forward(x).toArray(), network.predictor().forward(x).toArray());
        Tensor unused = network.eval().shared(input(20));
        for (float value : unused.data()) {
            assertFalse(value == 0);
        }
    }
}
