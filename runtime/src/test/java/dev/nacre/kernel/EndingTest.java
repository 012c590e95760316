package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.awkward;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rides on a backward product has the bits of the operations one after the other, with any number of threads. */
@Tag("vector")
class EndingTest {
    private final int before = Threads.count();

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @AfterEach
    void restore() {
        Threads.count(before);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void gradientsOfActivationsRideOnInputGradients(Kernels kernels) {
        Random random = new Random(11);
        int trial = 0;
        for (int[] size : new int[][] {{1, 5, 3}, {9, 37, 21}, {70, 100, 65}, {130, 70, 10}}) {
            for (Activation f : Activations.ALL) {
                int rows = size[0];
                int in = size[1];
                int out = size[2];
                float[] dy = awkward(random, rows * out);
                float[] w = awkward(random, out * in);
                float[] v = awkward(random, rows * in);
                Mask mask = new Mask(trial % 3 * 0.3, trial);
                mask.draw(random.nextLong(), trial);
                Threads.count(1);
                float[] apart = new float[rows * in];
                kernels.denseInputGradient(dy, w, apart, rows, in, out);
                kernels.activateGradient(v, apart, apart, rows, in, f, mask);
                Threads.count(1 + trial++ % 3);
                float[] together = awkward(random, rows * in);
                kernels.denseInputGradient(dy, w, together, rows, in, out, v, f, mask);
                assertSameBits(f + " " + rows + ", " + in + ", " + out, apart, together);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void gradientsOfBiasesRideOnWeightGradients(Kernels kernels) {
        Random random = new Random(12);
        for (int trial = 0; trial < 40; trial++) {
            int rows = 1 + random.nextInt(90);
            int in = 1 + random.nextInt(150);
            int out = 1 + random.nextInt(150);
            boolean add = trial % 2 == 0;
            boolean addBias = trial % 3 == 0;
            float[] dy = awkward(random, rows * out);
            float[] x = awkward(random, rows * in);
            float[] dw = awkward(random, out * in);
            float[] db = awkward(random, out);
            float[] dwTogether = dw.clone();
            float[] dbTogether = db.clone();
            Threads.count(1);
            kernels.denseWeightGradient(dy, x, dw, rows, in, out, add);
            kernels.columnSum(dy, db, rows, out, addBias);
            Threads.count(1 + trial % 4);
            kernels.denseWeightGradient(dy, x, dwTogether, dbTogether, rows, in, out, add, addBias);
            assertSameBits("dw " + trial, dw, dwTogether);
            assertSameBits("db " + trial, db, dbTogether);
        }
    }

    /** Large enough to be divided. */
    @ParameterizedTest
    @MethodSource("providers")
    void passesHaveTheBitsOfOneThread(Kernels kernels) {
        Random random = new Random(13);
        int rows = 150;
        int columns = 331;
        float[] x = awkward(random, rows * columns);
        float[] dy = awkward(random, rows * columns);
        int[] labels = Floats.labels(random, rows, columns);
        labels[7] = LossKernels.IGNORED;
        Mask mask = new Mask(0.4, 3);
        mask.draw(5, 6);
        Threads.count(1);
        float[] expected = passes(kernels, x, dy, labels, mask, rows, columns);
        for (int threads = 2; threads <= 5; threads++) {
            Threads.count(threads);
            assertSameBits(threads + " threads", expected, passes(kernels, x, dy, labels, mask, rows, columns));
        }
    }

    private static float[] passes(
            Kernels kernels, float[] x, float[] dy, int[] labels, Mask mask, int rows, int columns) {
        int length = rows * columns;
        float[] all = new float[5 * length + columns + 1];
        float[] y = new float[length];
        kernels.activate(x, y, rows, columns, Activation.TANH, mask);
        System.arraycopy(y, 0, all, 0, length);
        kernels.activateGradient(y, dy, y, rows, columns, Activation.SIGMOID, mask);
        System.arraycopy(y, 0, all, length, length);
        kernels.softmax(x, y, rows, columns);
        System.arraycopy(y, 0, all, 2 * length, length);
        float[] dx = new float[length];
        kernels.softmaxGradient(y, dy, dx, rows, columns);
        System.arraycopy(dx, 0, all, 3 * length, length);
        float[] sums = new float[columns];
        kernels.columnSum(dy, sums, rows, columns, false);
        System.arraycopy(sums, 0, all, 5 * length, columns);
        all[5 * length + columns] = kernels.crossEntropy(dy, labels, dx, rows, columns);
        System.arraycopy(dx, 0, all, 4 * length, length);
        return all;
    }
}
