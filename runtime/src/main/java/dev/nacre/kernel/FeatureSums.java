package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Sums over the elements of one feature, which lie in planes at equal distances. A plane's whole groups of 16 elements go to 16
 * partial sums in float, element i to number i % 16, which are added up in double after about {@link #RUN} elements; what is left
 * of a plane is added in double. Each plane makes four of each partial sum, group g going to number g % 4 and, behind the last four
 * whole groups, to number 0, which starts from the partial sum; {@code (s0 + s2) + (s1 + s3)} is the next. Terms are differences
 * from a number near the mean, for which float is enough.
 */
final class FeatureSums {
    /** Elements that partial sums are of. */
    private static final int RUN = 512;

    private double sum;
    private double products;

    /** What is added up. */
    enum Term {
        /** {@code x - m}. */
        DIFFERENCE,
        /** {@code (x - m)^2}. */
        SQUARE,
        /** {@code dy}, and {@code dy (x - m)} beside it. */
        PRODUCT
    }

    /** @return the sum of {@code dy (x - m)} that came with the last {@link Term#PRODUCT} */
    double products() {
        return products;
    }

    /** @param dy for products, otherwise x */
    double of(
            AbstractKernels kernels,
            Term term,
            float[] x,
            float[] dy,
            float m,
            int at,
            int distance,
            int planes,
            int inner) {
        float[] partial = Scratch.get().partial;
        Arrays.fill(partial, 0f);
        sum = 0;
        products = 0;
        int added = 0;
        for (int plane = 0, from = at; plane < planes; plane++, from += distance) {
            for (int i = 0; i < inner; i += RUN) {
                int some = Math.min(RUN, inner - i);
                int whole = some & -16;
                if (whole > 0) {
                    kernels.partialSums(term, x, dy, m, from + i, whole, partial);
                    added += whole;
                }
                if (whole < some) {
                    rest(term, x, dy, m, from + i + whole, from + i + some);
                }
                if (added >= RUN) {
                    fold(partial);
                    added = 0;
                }
            }
        }
        fold(partial);
        return sum;
    }

    private void fold(float[] partial) {
        double even = 0;
        double odd = 0;
        double evenProducts = 0;
        double oddProducts = 0;
        for (int i = 0; i < 16; i += 2) {
            even += partial[i];
            odd += partial[i + 1];
            evenProducts += partial[i + 16];
            oddProducts += partial[i + 17];
        }
        sum += even + odd;
        products += evenProducts + oddProducts;
        Arrays.fill(partial, 0f);
    }

    private void rest(Term term, float[] x, float[] dy, float m, int from, int to) {
        for (int i = from; i < to; i++) {
            float d = x[i] - m;
            sum += term == Term.DIFFERENCE ? d : term == Term.SQUARE ? (double) d * d : dy[i];
            if (term == Term.PRODUCT) {
                products += (double) d * dy[i];
            }
        }
    }
}
