package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.kernel.Threads;
import dev.nacre.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes from run to run, and what is proven rather than sampled. */
class StreamTest {
    private static final long SEED = 99;
    private static final int ROWS = 20;
    private static final int WIDTH = 100;

    private static Tensor ones(int rows, int width) {
        Tensor ones = Tensor.zeros(rows, width);
        Arrays.fill(ones.data(), 1f);
        return ones;
    }

    private static boolean[] kept(float[] y) {
        boolean[] keep = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            keep[i] = y[i] != 0f;
        }
        return keep;
    }

    /** D11: train, evaluate, predict, train. The second training step has the second mask, whatever came between. */
    @Test
    void evaluationBetweenDoesNotMoveTheStream() {
        DropoutNetworks_AloneNetwork network =
                DropoutNetworks_AloneNetwork.create(SEED).train();
        Tensor x = ones(ROWS, WIDTH);
        Reference reference = new Reference();
        // The first layer of rate 0.5 is the seventh block.
        Draw draw = new Draw(0.5, SEED, 1, 6);
        assertArrayEquals(reference.mask(draw, ROWS, WIDTH), kept(network.p50(x).toArray()));
        network.eval();
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(x.toArray(), network.p50(x).toArray());
        }
        network.predictor().forward(x);
        assertEquals(1, network.step());
        network.train();
        assertArrayEquals(
                reference.mask(draw.step(2), ROWS, WIDTH), kept(network.p50(x).toArray()));
    }

    /** D9: backward belongs to the forward that ran last, and a second backward is refused. */
    @Test
    void backwardBelongsToTheLastForward() {
        DropoutNetworks_SoftmaxNetwork network =
                DropoutNetworks_SoftmaxNetwork.create(SEED).train();
        Tensor x = ones(ROWS, 10);
        Tensor dy = ones(ROWS, 4);
        network.forward(x);
        network.forward(x);
        float[] dx = network.backward(dy).toArray();
        boolean[] second = new Reference().mask(new Draw(0.4, SEED, 2, 0), ROWS, 10);
        assertArrayEquals(second, kept(dx));
        assertThrows(IllegalStateException.class, () -> network.backward(dy));
        network.forward(x);
        network.dropped(x);
        // A block alone drew another mask: its backward would be the gradient of something else.
        assertThrows(IllegalStateException.class, () -> network.backward(dy));
    }

    /** D6 and D20: the masks at the end of products that threads divide. */
    @Test
    void threadsShareOneMask() {
        int before = Threads.count();
        int rows = 600;
        boolean[] expected = new Reference().mask(new Draw(0.5, SEED, 3, 1), rows, 65);
        try {
            for (int threads : new int[] {1, 2, 3, 7}) {
                Threads.count(threads);
                Candidate fused = GeneratedCandidate.fused(1);
                assertArrayEquals(expected, fused.mask(new Draw(0.5, SEED, 3, 0), rows, 65));
            }
        } finally {
            Threads.count(before);
        }
    }

    /** D4 and D6 where rows are many: no two of 2^16 rows of 64 columns are alike. */
    @Test
    void noRowComesAgain() {
        int rows = 1 << 16;
        int width = 64;
        boolean[] keep = new KernelCandidate(1).mask(Draw.of(0.5, SEED), rows, width);
        long[] bits = new long[rows];
        for (int i = 0; i < keep.length; i++) {
            bits[i / width] = bits[i / width] << 1 | (keep[i] ? 1 : 0);
        }
        // Of 2^16 random numbers of 64 bits two are equal with a probability of 2^-33.
        assertEquals(rows, Arrays.stream(bits).distinct().count());
    }

    /**
     * D1, proven: 2^32 p is exact in double precision, {@link Math#round} is at most a half away from it, so the rate is at most 2^-33
     * from p, and 2^-24 is kept with much to spare. Here in exact arithmetic, at the rates of the battery, at random ones and where
     * rounding is at its worst.
     */
    @Test
    void thresholdIsNearerThanAFloat() {
        for (double p : Candidate.RATES) {
            assertNear(p);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            assertNear(random.nextDouble());
            // Half way between two thresholds.
            assertNear((random.nextInt(Integer.MAX_VALUE) + 0.5) * 0x1p-32);
            assertNear(random.nextDouble() * 0x1p-32);
        }
        for (double p : new double[] {0, 1, Math.nextDown(1.0), Double.MIN_VALUE, 0x1p-33, Math.nextDown(0x1p-33)}) {
            assertNear(p);
        }
    }

    private static void assertNear(double p) {
        BigDecimal two32 = BigDecimal.valueOf(1L << 32);
        assertEquals(0, new BigDecimal(p).multiply(two32).compareTo(new BigDecimal(p * 0x1p32)));
        BigDecimal rate = BigDecimal.valueOf(Math.round(p * 0x1p32)).divide(two32);
        BigDecimal distance = rate.subtract(new BigDecimal(p)).abs();
        assertTrue(
                distance.add(distance).multiply(two32).compareTo(BigDecimal.ONE) <= 0,
                () -> p + " is " + distance + " away");
    }
}
