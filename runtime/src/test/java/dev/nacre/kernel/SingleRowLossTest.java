package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The loss of a single sample, which has ways of its own, has the bits of the same sample twice. */
class SingleRowLossTest {
    private final Random random = new Random(11);
    private final Kernels kernels = KernelProvider.plain();

    @Test
    void oneRowIsAsGoodAsTwo() {
        for (int classes = 1; classes <= 5; classes++) {
            for (int trial = 0; trial < 100; trial++) {
                int label = random.nextInt(classes);
                float[] two = new float[2 * classes];
                for (int i = 0; i < classes; i++) {
                    two[i] = (float) (20 * random.nextGaussian());
                    two[classes + i] = two[i];
                }
                float[] one = Arrays.copyOf(two, classes);
                float[] probabilities = new float[classes];
                float[] expected = new float[2 * classes];
                float lossOfTwo = kernels.crossEntropy(two, new int[] {label, label}, expected, 2, classes);
                float loss = kernels.crossEntropy(one, new int[] {label}, probabilities, 1, classes);
                assertEquals(lossOfTwo, loss);
                assertSameBits("probabilities", Arrays.copyOf(expected, classes), probabilities);

                float[] gradient = new float[classes];
                float[] gradients = new float[2 * classes];
                kernels.crossEntropyGradient(expected, new int[] {label, label}, gradients, 2, classes, 0.6f);
                kernels.crossEntropyGradient(probabilities, new int[] {label}, gradient, 1, classes, 0.3f);
                assertSameBits("gradient", Arrays.copyOf(gradients, classes), gradient);
            }
        }
    }

    @Test
    void anIgnoredLabelCountsNothing() {
        for (int classes = 2; classes <= 4; classes++) {
            float[] x = new float[classes];
            int[] ignored = {LossKernels.IGNORED};
            assertEquals(0f, kernels.crossEntropy(x, ignored, new float[classes], 1, classes));
            float[] gradient = {1, 1, 1, 1};
            kernels.crossEntropyGradient(x, ignored, gradient, 1, classes, 1f);
            assertSameBits("gradient", new float[classes], Arrays.copyOf(gradient, classes));
        }
    }
}
