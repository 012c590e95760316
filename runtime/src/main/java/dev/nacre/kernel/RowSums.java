package dev.nacre.kernel;

/**
 * Sums along a row, in double: four interleaved sums, element i belonging to number i % 4, so that one addition need not
 * wait for the one before it.
 */
final class RowSums {
    private RowSums() {}

    static double sum(float[] x, int at, int columns) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = at;
        int end = at + columns;
        for (; i + 3 < end; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        for (; i < end; i++) {
            s0 += x[i];
        }
        return s0 + s2 + (s1 + s3);
    }

    /** {@code sum (x - mean)^2}. */
    static double squares(float[] x, int at, int columns, double mean) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = at;
        int end = at + columns;
        for (; i + 3 < end; i += 4) {
            double d0 = x[i] - mean;
            double d1 = x[i + 1] - mean;
            double d2 = x[i + 2] - mean;
            double d3 = x[i + 3] - mean;
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i < end; i++) {
            double d = x[i] - mean;
            s0 += d * d;
        }
        return s0 + s2 + (s1 + s3);
    }

    /** {@code sum x y}; a product of two floats is exact in double. */
    static double dot(float[] x, int xAt, float[] y, int yAt, int columns) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < columns; i += 4) {
            s0 += (double) x[xAt + i] * y[yAt + i];
            s1 += (double) x[xAt + i + 1] * y[yAt + i + 1];
            s2 += (double) x[xAt + i + 2] * y[yAt + i + 2];
            s3 += (double) x[xAt + i + 3] * y[yAt + i + 3];
        }
        for (; i < columns; i++) {
            s0 += (double) x[xAt + i] * y[yAt + i];
        }
        return s0 + s2 + (s1 + s3);
    }

    /** {@code sum x y z}. */
    static double dot(float[] x, float[] y, int at, float[] z, int columns) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < columns; i += 4) {
            s0 += (double) x[at + i] * y[at + i] * z[i];
            s1 += (double) x[at + i + 1] * y[at + i + 1] * z[i + 1];
            s2 += (double) x[at + i + 2] * y[at + i + 2] * z[i + 2];
            s3 += (double) x[at + i + 3] * y[at + i + 3] * z[i + 3];
        }
        for (; i < columns; i++) {
            s0 += (double) x[at + i] * y[at + i] * z[i];
        }
        return s0 + s2 + (s1 + s3);
    }
}
