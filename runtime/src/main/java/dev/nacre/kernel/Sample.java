package dev.nacre.kernel;

/**
 * A dense layer on one sample with the weights of a predictor: alone, or, where {@link Threads#spreadSamples} says so, in groups of
 * outputs that threads share. An object of its own for each calling thread, so that a call allocates nothing.
 */
final class Sample implements Workers.Work {
    /** The outputs that stay together: whole panels of every vector width. */
    private static final int GROUP = 64;

    /** The multiply-adds that are worth a thread: to hand them over costs about half a microsecond. */
    private static final int LEAST = 1 << 13;

    private AbstractKernels kernels;
    float[] x;
    int xAt;
    PackedWeights w;
    float[] b;
    float[] y;
    int yAt;

    /** The inputs that add something, and how many they are. */
    int[] indices;

    int count;
    private int parts;

    void run(
            AbstractKernels kernels,
            float[] x,
            int xAt,
            PackedWeights w,
            float[] b,
            float[] y,
            int yAt,
            Scratch scratch) {
        this.kernels = kernels;
        this.x = x;
        this.xAt = xAt;
        this.w = w;
        this.b = b;
        this.y = y;
        this.yAt = yAt;
        indices = scratch.firstWords(w.in + 1);
        count = w.nonZero(x, xAt, indices);
        parts = 1;
        if (Threads.spreadsSamples()) {
            Workers workers = Workers.shared();
            int most = Math.min(workers.threads(), groups());
            // As many parts as threads: each then finds the same weights in its cache again.
            parts = (int) Math.max(1, Math.min(most, (long) count * w.out / LEAST));
            if (parts > 1) {
                workers.run(this, parts);
                return;
            }
        }
        kernels.sample(this, 0, w.out, scratch);
    }

    /** @return how many parts the last sample was divided into */
    int parts() {
        return parts;
    }

    private int groups() {
        return (w.out + GROUP - 1) / GROUP;
    }

    @Override
    public void run(int part) {
        kernels.sample(this, from(part), Math.min(w.out, from(part + 1)), Scratch.get());
    }

    private int from(int part) {
        return (int) ((long) part * groups() / parts) * GROUP;
    }
}
