package dev.nacre.network;

/**
 * A random matrix whose rows, or columns where these are fewer, are perpendicular and of one length, uniformly
 * distributed among all such: normal numbers through Gram and Schmidt. Every sum has one order, so the bits are the same
 * everywhere.
 */
final class Orthogonal {
    /** So many sums side by side keep the processor busy without leaving their order to it. */
    private static final int LANES = 4;

    private Orthogonal() {}

    /** Draws the element of a vector; a higher attempt draws another. */
    interface Draw {
        double at(int vector, int element, int attempt);
    }

    /** @return the vectors, each of length 1 */
    static double[][] vectors(int count, int length, Draw draw) {
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++) {
            double norm = 0;
            for (int attempt = 0; !(norm > 0); attempt++) {
                double[] vector = new double[length];
                for (int j = 0; j < length; j++) {
                    vector[j] = draw.at(i, j, attempt);
                }
                // Once leaves what rounding brought back in; twice is enough (Giraud, Langou and Rozloznik, 2005).
                clear(vector, vectors, i);
                clear(vector, vectors, i);
                norm = Math.sqrt(dot(vector, vector));
                vectors[i] = vector;
            }
            for (int j = 0; j < length; j++) {
                vectors[i][j] /= norm;
            }
        }
        return vectors;
    }

    private static void clear(double[] vector, double[][] others, int count) {
        for (int i = 0; i < count; i++) {
            double[] other = others[i];
            double along = dot(vector, other);
            for (int j = 0; j < vector.length; j++) {
                vector[j] -= along * other[j];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int whole = a.length - a.length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        double sum = (sum0 + sum1) + (sum2 + sum3);
        for (int i = whole; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
