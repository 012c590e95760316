package dev.nacre.kernel;

/**
 * Local response normalisation, {@code y_c = x_c d_c^-beta} with {@code d_c = k + alpha / size sum x^2} over the channels around c,
 * divided among threads by sample. In double: a power amplifies.
 */
final class LocalResponse implements Threads.Work {
    /** What a power costs, in elements. */
    private static final int POWER = 16;

    private float[] x;
    private float[] dy;
    private float[] y;
    private int channels;
    private int inner;
    private int size;
    private float alpha;
    private float beta;
    private float k;

    /** @param dy null for the norm itself, y being its result; else y is the gradient of x */
    void run(
            float[] x,
            float[] dy,
            float[] y,
            int samples,
            int channels,
            int inner,
            int size,
            float alpha,
            float beta,
            float k) {
        this.x = x;
        this.dy = dy;
        this.y = y;
        this.channels = channels;
        this.inner = inner;
        this.size = size;
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
        Threads.divide(this, samples, Math.max(1, FeaturePass.LEAST / Math.max(1, POWER * channels * inner)));
    }

    @Override
    public void run(int from, int to) {
        int sample = channels * inner;
        Scratch scratch = Scratch.get();
        double[] powers = scratch.sums(sample);
        double[] slopes = scratch.secondSums(sample);
        for (int at = from * sample; at < to * sample; at += sample) {
            for (int i = 0; i < sample; i++) {
                double d = k + (double) alpha / size * squares(at, i);
                powers[i] = power(d);
                if (dy == null) {
                    y[at + i] = (float) (x[at + i] * powers[i]);
                } else {
                    slopes[i] = dy[at + i] * (double) x[at + i] * powers[i] / d;
                }
            }
            for (int i = 0; dy != null && i < sample; i++) {
                double sum = 0;
                // The channels that have this one around them.
                int channel = i / inner;
                int last = Math.min(channels - 1, channel + size / 2);
                for (int c = Math.max(0, channel - (size - 1) / 2); c <= last; c++) {
                    sum += slopes[i + (c - channel) * inner];
                }
                y[at + i] = (float) (dy[at + i] * powers[i] - 2.0 * alpha * beta / size * x[at + i] * sum);
            }
        }
    }

    private double squares(int at, int i) {
        double sum = 0;
        int channel = i / inner;
        int last = Math.min(channels - 1, channel + (size - 1) / 2);
        for (int c = Math.max(0, channel - size / 2); c <= last; c++) {
            double value = x[at + i + (c - channel) * inner];
            sum += value * value;
        }
        return sum;
    }

    /** {@code d^-beta}; the usual exponents are made of roots, which are exact and fast. */
    private double power(double d) {
        if (beta == 0.75f) {
            double root = Math.sqrt(d);
            return 1 / (root * Math.sqrt(root));
        }
        return beta == 0.5f ? 1 / Math.sqrt(d) : StrictMath.pow(d, -beta);
    }
}
