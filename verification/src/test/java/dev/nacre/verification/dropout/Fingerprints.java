package dev.nacre.verification.dropout;

import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Threads;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.util.Random;
import java.util.TreeMap;

/**
 * D20: what must be the same bits on every machine, as numbers. Started as a program it prints them, so that a test can ask virtual machines
 * with other vector widths.
 */
final class Fingerprints {
    /** Of masks: rates, seeds, steps, layers and widths. */
    static final long MASKS = 0x703d6019e18b867L;

    /** Of all weights and running statistics after {@link #STEPS} steps. */
    static final long WEIGHTS = 0x1cae3c1d80a8d563L;

    static final int STEPS = 100;
    private static final int BATCH = 64;
    private static final long SEED = 20_250;

    private Fingerprints() {}

    /** FNV-1a. */
    private static long mixed(long hash, float[] values) {
        for (float value : values) {
            hash = (hash ^ Float.floatToRawIntBits(value)) * 0x100000001b3L;
        }
        return hash;
    }

    static long masks() {
        Candidate candidate = new KernelCandidate(1);
        long hash = 0xcbf29ce484222325L;
        for (double p : Candidate.RATES) {
            for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE, 1L << 40}) {
                for (int width : new int[] {1, 3, 16, 31, 32, 33, 65, 200}) {
                    Draw draw = new Draw(p, seed, seed ^ width, width % 5);
                    float[] x = new float[7 * width];
                    for (int i = 0; i < x.length; i++) {
                        x[i] = i + 1;
                    }
                    hash = mixed(hash, candidate.forward(draw, x, 7, width));
                }
            }
        }
        return hash;
    }

    static DropoutNetworks_DeepNetwork network() {
        return DropoutNetworks_DeepNetwork.create(SEED);
    }

    /** Trains on; the data follow from the step. */
    static void train(DropoutNetworks_DeepNetwork network, int steps) {
        Sgd optimizer = Sgd.of(0.05f).over(network.parameters());
        network.train();
        for (int i = 0; i < steps; i++) {
            Random random = new Random(network.step());
            float[] x = new float[BATCH * 70];
            for (int k = 0; k < x.length; k++) {
                // Sums of uniform numbers: no function that machines could compute differently.
                x[k] = random.nextFloat() + random.nextFloat() - 1;
            }
            int[] labels = random.ints(BATCH, 0, 6).toArray();
            network.loss(Tensor.of(x, BATCH, 70), labels);
            network.backward();
            optimizer.step();
        }
    }

    static long of(Network network) {
        long hash = 0xcbf29ce484222325L;
        for (Tensor tensor : new TreeMap<>(network.state()).values()) {
            hash = mixed(hash, tensor.data());
        }
        return hash;
    }

    static long weights() {
        DropoutNetworks_DeepNetwork network = network();
        train(network, STEPS);
        return of(network);
    }

    public static void main(String[] arguments) {
        System.out.println(Kernels.get().getClass().getSimpleName() + " with " + Threads.count() + " threads");
        System.out.println(line(masks(), weights()));
    }

    static String line(long masks, long weights) {
        return "masks " + Long.toHexString(masks) + " weights " + Long.toHexString(weights);
    }
}
