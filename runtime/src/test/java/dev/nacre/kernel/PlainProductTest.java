package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms of the plain product on every virtual machine: which one it takes depends on the version. */
class PlainProductTest {
    private static final int[][] SIZES = {
        {1, 1, 1}, {4, 64, 4}, {9, 70, 7}, {21, 130, 261}, {6, 1100, 19}, {90, 11, 34}, {3, 5, 0}
    };

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isOneChain(boolean deep) {
        AbstractKernels kernels = new PlainKernels();
        PlainProduct product = new PlainProduct(kernels, Scratch.get(), deep);
        Random random = new Random(5);
        for (int[] size : SIZES) {
            int m = size[0];
            int n = size[1];
            int k = size[2];
            float[] a = normal(random, m * k);
            float[] b = normal(random, k * n);
            float[] bias = normal(random, n);
            for (int sides = 0; sides < 4; sides++) {
                int aRow = sides % 2 == 0 ? k : 1;
                int aColumn = sides % 2 == 0 ? 1 : m;
                int bRow = sides < 2 ? n : 1;
                int bColumn = sides < 2 ? 1 : k;
                String name = Arrays.toString(size) + " sides " + sides;
                float[] c = normal(random, m * n);
                float[] added = ProductPartsTest.chain(a, aRow, aColumn, b, bRow, bColumn, m, n, k, c, n);
                product.run(a, aRow, aColumn, b, bRow, bColumn, c, c, m, n, k, new Ending());
                assertSameBits(name + " added", added, c);
                float[] biased = ProductPartsTest.chain(a, aRow, aColumn, b, bRow, bColumn, m, n, k, bias, 0);
                product.run(a, aRow, aColumn, b, bRow, bColumn, bias, c, m, n, k, new Ending());
                assertSameBits(name + " biased", biased, c);
            }
        }
    }

    @Test
    void nothingToComputeIsNoMistake() {
        PlainProduct product = new PlainProduct(new PlainKernels(), Scratch.get(), PlainTiles.DEEP);
        product.run(
                new float[0],
                3,
                1,
                new float[6],
                2,
                1,
                null,
                new float[0],
                0,
                2,
                3,
                new Ending().function(Activation.RELU, Mask.NONE));
        product.run(
                new float[6],
                3,
                1,
                new float[0],
                0,
                1,
                null,
                new float[0],
                2,
                0,
                3,
                new Ending().function(Activation.RELU, Mask.NONE));
    }

    @Test
    void reluGradientKeepsWhatIsAboveZero() {
        Random random = new Random(6);
        float[] y = Floats.awkward(random, 3000);
        float[] dy = Floats.awkward(random, 3000);
        float[] dx = new float[3000];
        PlainMasks.reluGradient(y, dy, dx, 0, 3000, 1.5f);
        for (int i = 0; i < 3000; i++) {
            dy[i] = Scalar.reluGradient(y[i], dy[i] * 1.5f);
        }
        assertSameBits("dx", dy, dx);
    }
}
