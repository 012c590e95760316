package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.awkward;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums, products, copies of columns and sums of columns. */
@Tag("vector")
class ElementwiseTest {
    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void addAndMultiplyInAnyPlace(Kernels kernels) {
        Random random = new Random(1);
        for (int columns = 1; columns < 70; columns += 3) {
            float[] a = awkward(random, 3 * columns);
            float[] b = awkward(random, 3 * columns);
            float[] sum = new float[a.length];
            float[] product = new float[a.length];
            float[] twice = new float[a.length];
            for (int i = 0; i < a.length; i++) {
                sum[i] = a[i] + b[i];
                product[i] = a[i] * b[i];
                twice[i] = a[i] + a[i];
            }
            float[] y = new float[a.length];
            kernels.add(a, b, y, 3, columns);
            assertSameBits("add", sum, y);
            kernels.multiply(a, b, y, 3, columns);
            assertSameBits("multiply", product, y);
            float[] left = a.clone();
            kernels.add(left, b, left, 3, columns);
            assertSameBits("add to the left", sum, left);
            float[] right = b.clone();
            kernels.multiply(a, right, right, 3, columns);
            assertSameBits("multiply to the right", product, right);
            float[] all = a.clone();
            kernels.add(all, all, all, 3, columns);
            assertSameBits("add to itself", twice, all);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aSumEndsInAFunction(Kernels kernels) {
        Random random = new Random(4);
        for (int columns : new int[] {1, 17, 2048, 2049, 5000}) {
            float[] a = awkward(random, 3 * columns);
            float[] b = awkward(random, 3 * columns);
            for (Activation f : Activations.ALL) {
                float[] expected = new float[a.length];
                kernels.add(a, b, expected, 3, columns);
                kernels.activate(expected, expected, 3, columns, f);
                float[] y = a.clone();
                kernels.add(y, b, y, 3, columns, f);
                assertSameBits(f.toString(), expected, y);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void columnSumsRunDownTheRows(Kernels kernels) {
        Random random = new Random(2);
        for (int columns : new int[] {1, 3, 10, 16, 17, 40, 64, 65, 129}) {
            float[] x = normal(random, 9 * columns);
            float[] old = normal(random, columns);
            float[] fresh = new float[columns];
            float[] added = old.clone();
            for (int i = 0; i < x.length; i++) {
                fresh[i % columns] += x[i];
                added[i % columns] += x[i];
            }
            float[] s = old.clone();
            kernels.columnSum(x, s, 9, columns, true);
            assertSameBits("added", added, s);
            kernels.columnSum(x, s, 9, columns, false);
            assertSameBits("fresh", fresh, s);
            kernels.columnSum(x, s, 0, columns, false);
            assertSameBits("of no rows", new float[columns], s);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void columnsGoToTheirPlaceAndComeBack(Kernels kernels) {
        float[] x = {1, 2, 3, 4};
        float[] y = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
        kernels.scatterColumns(x, y, 2, 2, 5, 3);
        assertSameBits("scattered", new float[] {9, 9, 9, 1, 2, 9, 9, 9, 3, 4}, y);
        float[] back = new float[4];
        kernels.gatherColumns(y, back, 2, 2, 5, 3);
        assertSameBits("gathered", x, back);
        Exception e = assertThrows(IllegalArgumentException.class, () -> kernels.scatterColumns(x, y, 2, 2, 5, 4));
        assertEquals("columns 4 to 5 do not lie inside the 5 columns of the whole", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernels.gatherColumns(y, x, 2, 2, 5, -1));
    }
}
