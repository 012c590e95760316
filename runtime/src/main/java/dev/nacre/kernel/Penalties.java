package dev.nacre.kernel;

/** The loops of {@link PenaltyKernels}. */
final class Penalties {
    private Penalties() {}

    /** Four sums side by side, joined at the end: one alone would wait for each addition. */
    static double l1(float[] w, int elements, float strength) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int whole = elements & ~3;
        for (int i = 0; i < whole; i += 4) {
            sum0 += Math.abs(w[i]);
            sum1 += Math.abs(w[i + 1]);
            sum2 += Math.abs(w[i + 2]);
            sum3 += Math.abs(w[i + 3]);
        }
        double sum = (sum0 + sum1) + (sum2 + sum3);
        for (int i = whole; i < elements; i++) {
            sum += Math.abs(w[i]);
        }
        return strength * sum;
    }

    static double l2(float[] w, int elements, float strength) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int whole = elements & ~3;
        for (int i = 0; i < whole; i += 4) {
            sum0 += (double) w[i] * w[i];
            sum1 += (double) w[i + 1] * w[i + 1];
            sum2 += (double) w[i + 2] * w[i + 2];
            sum3 += (double) w[i + 3] * w[i + 3];
        }
        double sum = (sum0 + sum1) + (sum2 + sum3);
        for (int i = whole; i < elements; i++) {
            sum += (double) w[i] * w[i];
        }
        return strength * sum;
    }

    static void l1Gradient(float[] w, float[] dw, int elements, float strength, boolean accumulate) {
        for (int i = 0; i < elements; i++) {
            // Math.signum keeps NaN, so that a broken weight is seen.
            float slope = strength * Math.signum(w[i]);
            dw[i] = accumulate ? dw[i] + slope : slope;
        }
    }

    static void l2Gradient(float[] w, float[] dw, int elements, float strength, boolean accumulate) {
        float twice = 2 * strength;
        for (int i = 0; i < elements; i++) {
            dw[i] = accumulate ? Math.fma(twice, w[i], dw[i]) : twice * w[i];
        }
    }
}
