package dev.nacre.kernel;

/**
 * Standard normal numbers from random words, in pairs (Box and Muller, "A Note on the Generation of Random Normal Deviates",
 * Annals of Mathematical Statistics 29, 1958): the first word makes the radius {@code sqrt(-2 log u)}, the second the angle.
 *
 * <p>Of additions, multiplications, divisions, square roots and bits alone, so every machine gives the same. With {@code u =
 * (word + 1/2) / 2^32} the radius goes up to 6.76; the angles are the middles of 2^32 equal parts of the circle, so mean and
 * third moment over all words are exactly 0.
 */
final class Normals {
    /** A whole turn has 2^32 parts, a quarter 2^30. */
    private static final double PART = Math.PI / 2 * 0x1p-30;

    private static final int QUARTER = 1 << 30;

    private Normals() {}

    /**
     * Fills an array with {@code mean + deviation z}, each rounded once.
     *
     * @param to receives the numbers, from 0 on
     * @param count how many
     * @param key of the block cipher
     * @param first the counter of the first pair; elements 2i and 2i + 1 are the cosine and the sine of the pair first + i
     */
    static void fill(float[] to, int count, long key, long first, double mean, double deviation) {
        for (int i = 0; i < count; i += 2) {
            long words = Threefry.block(key, first + (i >> 1));
            double radius = deviation * radius((int) words);
            int angle = (int) (words >>> 32);
            int quarter = angle >>> 30;
            double r = ((angle & QUARTER - 1) - QUARTER / 2 + 0.5) * PART;
            double square = r * r;
            double sine = r + r * square * sineSeries(square);
            double cosine = 1 + square * cosineSeries(square);
            // A turn by a quarter makes -sin of cos and cos of sin.
            boolean odd = (quarter & 1) != 0;
            double x = odd ? -sine : cosine;
            double y = odd ? cosine : sine;
            double signed = (quarter & 2) != 0 ? -radius : radius;
            to[i] = (float) (mean + signed * x);
            if (i + 1 < count) {
                to[i + 1] = (float) (mean + signed * y);
            }
        }
    }

    private static double radius(int word) {
        return Math.sqrt(-2 * DoubleElementary.log(((word & 0xFFFFFFFFL) + 0.5) * 0x1p-32));
    }

    /** {@code (sin(r) - r) / r^3} up to pi / 4: the series of the sine to its fifteenth power. */
    private static double sineSeries(double square) {
        double p = -1.0 / 1307674368000.0;
        p = p * square + 1.0 / 6227020800.0;
        p = p * square - 1.0 / 39916800;
        p = p * square + 1.0 / 362880;
        p = p * square - 1.0 / 5040;
        p = p * square + 1.0 / 120;
        return p * square - 1.0 / 6;
    }

    /** {@code (cos(r) - 1) / r^2} up to pi / 4: the series of the cosine to its sixteenth power. */
    private static double cosineSeries(double square) {
        double p = 1.0 / 20922789888000.0;
        p = p * square - 1.0 / 87178291200.0;
        p = p * square + 1.0 / 479001600;
        p = p * square - 1.0 / 3628800;
        p = p * square + 1.0 / 40320;
        p = p * square - 1.0 / 720;
        p = p * square + 1.0 / 24;
        return p * square - 1.0 / 2;
    }
}
