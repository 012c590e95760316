package dev.nacre.verification.dropout;

/** All sub-networks of a small network, in double precision. */
final class Ensembles {
    private Ensembles() {}

    /** The probability of a mask, whose set bits are kept. */
    static double weight(int mask, int d, double p) {
        int kept = Integer.bitCount(mask);
        return Math.pow(1 - p, kept) * Math.pow(p, d - kept);
    }

    static float[] masked(float[] x, int mask, double gain) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (mask >> i & 1) == 1 ? (float) (x[i] * gain) : 0f;
        }
        return y;
    }

    /** W x for the x that begins at an offset. */
    static double[] product(double[][] w, float[] x, int offset) {
        double[] y = new double[w.length];
        for (int c = 0; c < w.length; c++) {
            for (int i = 0; i < w[c].length; i++) {
                y[c] += w[c][i] * x[offset + i];
            }
        }
        return y;
    }

    static double[] softmax(double[] x) {
        double most = x[0];
        for (double value : x) {
            most = Math.max(most, value);
        }
        double[] y = new double[x.length];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.exp(x[i] - most);
            sum += y[i];
        }
        for (int i = 0; i < y.length; i++) {
            y[i] /= sum;
        }
        return y;
    }

    /** The geometric mean of distributions, each with its weight, made a distribution again. */
    static double[] geometric(double[][] distributions, double[] weights) {
        double[] logarithms = new double[distributions[0].length];
        for (int i = 0; i < distributions.length; i++) {
            for (int c = 0; c < logarithms.length; c++) {
                logarithms[c] += weights[i] * Math.log(distributions[i][c]);
            }
        }
        return softmax(logarithms);
    }
}
