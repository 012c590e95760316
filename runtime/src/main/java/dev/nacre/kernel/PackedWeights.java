package dev.nacre.kernel;

/**
 * The weights of a dense layer in the order in which a provider reads them, for weights that never change: a predictor's. Made
 * by {@link ProductKernels#pack} and read by the provider that made them.
 */
public final class PackedWeights {
    /**
     * So many samples are computed from the weights as they were given: a program that wants one answer gets it before the
     * code that is faster in the long run would have been loaded and compiled.
     */
    private static final int EARLY = 16;

    /** The provider that made it. */
    final AbstractKernels owner;

    final int in;
    final int out;

    /** Whether a zero input adds nothing whatever its weights are: infinity times zero would. */
    final boolean finite;

    /** The panels of {@link VectorPacking}, once arranged by a provider that reads them. */
    float[] panels;

    /** The weights of each input side by side, [in][out padded], once arranged by a provider that reads them. */
    float[][] rows;

    /** [out, in] until they are arranged, then null; written last, so that what was arranged is seen with it. */
    private volatile float[] given;

    /** Not exact where threads count at once, which does no harm. */
    private int samples;

    /** @param w [out, in], kept */
    PackedWeights(AbstractKernels owner, float[] w, int in, int out) {
        this.owner = owner;
        this.in = in;
        this.out = out;
        this.given = w;
        this.finite = allFinite(w);
    }

    private static boolean allFinite(float[] w) {
        float sum = 0;
        for (float weight : w) {
            // Zero, or not a number for good.
            sum += weight * 0f;
        }
        return sum == 0;
    }

    /** @return the weights as they were given, [out, in], for one of the first samples; null when they are arranged */
    float[] given() {
        float[] w = given;
        if (w != null && ++samples > EARLY) {
            arrange();
            return null;
        }
        return w;
    }

    /** Called before what was arranged is read. */
    void arrange() {
        if (given != null) {
            arrangeOnce();
        }
    }

    private synchronized void arrangeOnce() {
        if (given != null) {
            owner.arrange(this, given);
            given = null;
        }
    }

    /**
     * Lists the inputs of one sample that add something.
     *
     * @return how many there are
     */
    int nonZero(float[] x, int at, int[] indices) {
        int count = 0;
        for (int i = 0; i < in; i++) {
            indices[count] = i;
            // Without a branch: which pixels are zero nobody can predict.
            count += finite && x[at + i] == 0f ? 0 : 1;
        }
        return count;
    }
}
