package dev.nacre.kernel;

/**
 * The inner loops of {@link PlainProduct}: products of a few elements of a with rows of b are added to rows of sums, each sum
 * one chain of fused multiply-adds in order. HotSpot vectorises these and not much larger ones: all arrays share one
 * index that starts from a constant, and two rows of b for four of sums are the most that JDK 17 takes, four for four the most of JDK 25. One
 * step beyond, the loop stays scalar and a sixth as fast. Each is a method of its own, so that no loop is compiled
 * with what was seen in another.
 */
final class PlainTiles {
    /** Rows of one tile. */
    static final int HEIGHT = 4;

    /** Depths of passes are multiples of it. */
    static final int DEPTH = 4;

    /** Whether this virtual machine vectorises {@link #fourByFour}; known of 25, not of those between it and 17. */
    static final boolean DEEP = Runtime.version().feature() >= 25;

    private PlainTiles() {}

    /**
     * Adds the products of a block of a with rows of b to up to four rows of sums.
     *
     * @param at the first element of the block of a
     * @param height its rows, and those of the sums
     * @param firstRow of b
     * @param depth the rows of b
     * @param width the columns of b and of the sums
     * @param deep whether to take four rows of b at a time
     */
    static void multiply(
            float[] a,
            int at,
            int aRow,
            int aColumn,
            int height,
            float[][] b,
            int firstRow,
            int depth,
            float[][] sums,
            int width,
            boolean deep) {
        if (height < HEIGHT) {
            for (int r = 0; r < height; r++) {
                row(a, at + r * aRow, aColumn, b, firstRow, depth, sums[r], width);
            }
            return;
        }
        int i = 0;
        if (deep) {
            for (; i + 4 <= depth; i += 4) {
                fourByFour(a, at + i * aColumn, aRow, aColumn, b, firstRow + i, sums, width);
            }
        }
        for (; i + 2 <= depth; i += 2) {
            fourByTwo(a, at + i * aColumn, aRow, aColumn, b, firstRow + i, sums, width);
        }
        if (i < depth) {
            fourByOne(a, at + i * aColumn, aRow, b[firstRow + i], sums, width);
        }
    }

    private static void row(
            float[] a, int at, int aColumn, float[][] b, int firstRow, int depth, float[] sums, int width) {
        int i = 0;
        for (; i + 4 <= depth; i += 4) {
            oneByFour(a, at + i * aColumn, aColumn, b, firstRow + i, sums, width);
        }
        for (; i < depth; i++) {
            oneByOne(a[at + i * aColumn], b[firstRow + i], sums, width);
        }
    }

    private static void fourByFour(
            float[] a, int at, int aRow, int aColumn, float[][] b, int i, float[][] sums, int width) {
        int at0 = at;
        float a00 = a[at0];
        float a01 = a[at0 + aColumn];
        float a02 = a[at0 + 2 * aColumn];
        float a03 = a[at0 + 3 * aColumn];
        int at1 = at + aRow;
        float a10 = a[at1];
        float a11 = a[at1 + aColumn];
        float a12 = a[at1 + 2 * aColumn];
        float a13 = a[at1 + 3 * aColumn];
        int at2 = at + 2 * aRow;
        float a20 = a[at2];
        float a21 = a[at2 + aColumn];
        float a22 = a[at2 + 2 * aColumn];
        float a23 = a[at2 + 3 * aColumn];
        int at3 = at + 3 * aRow;
        float a30 = a[at3];
        float a31 = a[at3 + aColumn];
        float a32 = a[at3 + 2 * aColumn];
        float a33 = a[at3 + 3 * aColumn];
        float[] b0 = b[i];
        float[] b1 = b[i + 1];
        float[] b2 = b[i + 2];
        float[] b3 = b[i + 3];
        float[] s0 = sums[0];
        float[] s1 = sums[1];
        float[] s2 = sums[2];
        float[] s3 = sums[3];
        for (int j = 0; j < width; j++) {
            float v0 = b0[j];
            float v1 = b1[j];
            float v2 = b2[j];
            float v3 = b3[j];
            s0[j] = Math.fma(a03, v3, Math.fma(a02, v2, Math.fma(a01, v1, Math.fma(a00, v0, s0[j]))));
            s1[j] = Math.fma(a13, v3, Math.fma(a12, v2, Math.fma(a11, v1, Math.fma(a10, v0, s1[j]))));
            s2[j] = Math.fma(a23, v3, Math.fma(a22, v2, Math.fma(a21, v1, Math.fma(a20, v0, s2[j]))));
            s3[j] = Math.fma(a33, v3, Math.fma(a32, v2, Math.fma(a31, v1, Math.fma(a30, v0, s3[j]))));
        }
    }

    private static void fourByTwo(
            float[] a, int at, int aRow, int aColumn, float[][] b, int i, float[][] sums, int width) {
        int at0 = at;
        float a00 = a[at0];
        float a01 = a[at0 + aColumn];
        int at1 = at + aRow;
        float a10 = a[at1];
        float a11 = a[at1 + aColumn];
        int at2 = at + 2 * aRow;
        float a20 = a[at2];
        float a21 = a[at2 + aColumn];
        int at3 = at + 3 * aRow;
        float a30 = a[at3];
        float a31 = a[at3 + aColumn];
        float[] b0 = b[i];
        float[] b1 = b[i + 1];
        float[] s0 = sums[0];
        float[] s1 = sums[1];
        float[] s2 = sums[2];
        float[] s3 = sums[3];
        for (int j = 0; j < width; j++) {
            float v0 = b0[j];
            float v1 = b1[j];
            s0[j] = Math.fma(a01, v1, Math.fma(a00, v0, s0[j]));
            s1[j] = Math.fma(a11, v1, Math.fma(a10, v0, s1[j]));
            s2[j] = Math.fma(a21, v1, Math.fma(a20, v0, s2[j]));
            s3[j] = Math.fma(a31, v1, Math.fma(a30, v0, s3[j]));
        }
    }

    private static void fourByOne(float[] a, int at, int aRow, float[] b, float[][] sums, int width) {
        float a0 = a[at];
        float a1 = a[at + aRow];
        float a2 = a[at + 2 * aRow];
        float a3 = a[at + 3 * aRow];
        float[] s0 = sums[0];
        float[] s1 = sums[1];
        float[] s2 = sums[2];
        float[] s3 = sums[3];
        for (int j = 0; j < width; j++) {
            float v = b[j];
            s0[j] = Math.fma(a0, v, s0[j]);
            s1[j] = Math.fma(a1, v, s1[j]);
            s2[j] = Math.fma(a2, v, s2[j]);
            s3[j] = Math.fma(a3, v, s3[j]);
        }
    }

    private static void oneByFour(float[] a, int at, int aColumn, float[][] b, int i, float[] sums, int width) {
        float a0 = a[at];
        float a1 = a[at + aColumn];
        float a2 = a[at + 2 * aColumn];
        float a3 = a[at + 3 * aColumn];
        float[] b0 = b[i];
        float[] b1 = b[i + 1];
        float[] b2 = b[i + 2];
        float[] b3 = b[i + 3];
        for (int j = 0; j < width; j++) {
            float v0 = b0[j];
            float v1 = b1[j];
            float v2 = b2[j];
            float v3 = b3[j];
            sums[j] = Math.fma(a3, v3, Math.fma(a2, v2, Math.fma(a1, v1, Math.fma(a0, v0, sums[j]))));
        }
    }

    private static void oneByOne(float a, float[] b, float[] sums, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(a, b[j], sums[j]);
        }
    }
}
