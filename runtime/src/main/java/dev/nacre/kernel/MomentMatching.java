package dev.nacre.kernel;

/** The evaluation of products with dropped weights by a normal distribution of the same mean and variance. */
final class MomentMatching {
    /** The key of all its numbers, "moments" in ASCII: they depend on neither seed nor step. */
    private static final long KEY = 0x006D_6F6D_656E_7473L;

    private MomentMatching() {}

    static void run(
            float[] x, float[] w, float[] u, float[] y, int rows, int in, int out, Activation f, float p, int samples) {
        if (!(p >= 0 && p < 1) || samples < 1) {
            throw new IllegalArgumentException(
                    "moments of p = " + p + " over " + samples
                            + " samples cannot be matched: p must be 0 or more and below 1, and there must be 1 sample or more");
        }
        double factor = p / (1 - (double) p);
        float[] numbers = Scratch.get().lane(samples);
        long pairs = (samples + 1L) / 2;
        for (int unit = 0; unit < out; unit++) {
            Normals.fill(numbers, samples, KEY, unit * pairs, 0, 1);
            for (int row = 0; row < rows; row++) {
                double variance = factor * squares(x, row * in, w, unit * in, in);
                int at = row * out + unit;
                y[at] = variance == 0 ? f.apply(u[at]) : mean(f, u[at], Math.sqrt(variance), numbers, samples);
            }
        }
    }

    private static double squares(float[] x, int xAt, float[] w, int wAt, int in) {
        double sum = 0;
        for (int i = 0; i < in; i++) {
            double product = (double) w[wAt + i] * x[xAt + i];
            sum += product * product;
        }
        return sum;
    }

    private static float mean(Activation f, float u, double deviation, float[] numbers, int samples) {
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += f.apply((float) (u + deviation * numbers[i]));
        }
        return (float) (sum / samples);
    }
}
