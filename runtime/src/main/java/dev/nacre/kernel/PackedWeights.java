package dev.nacre.kernel;

import java.util.Arrays;

/**
 * The weights of a dense layer that never change, a predictor's, in the order in which a provider reads them. Where no provider is
 * named the fastest is asked, and only when the first samples are over: a program that wants one answer gets it before the code that is
 * faster in the long run would have been loaded and compiled.
 */
public final class PackedWeights {
    /** So many samples are computed from the weights as they were given. */
    private static final int EARLY = 16;

    final int in;
    final int out;

    /** The panels of {@link VectorPacking}, once arranged by a provider that reads them. */
    float[] panels;

    /** The weights of each input side by side, [in][out padded], once arranged by a provider that reads them. */
    float[][] rows;

    /** Whether a zero input adds nothing whatever its weights are: infinity times zero would. Known when they are arranged. */
    private boolean finite;

    /** [out, in] until they are arranged, then null; written last, so that what was arranged is seen with it. */
    private volatile float[] given;

    /** The provider that they are arranged for. */
    private AbstractKernels owner;

    /** Null for the first samples. Never set from an {@link AbstractKernels}: to allow that the verifier would load them all. */
    private Kernels kernels;

    /** Not exact where threads count at once, which does no harm. */
    private int samples;

    private PackedWeights(float[] w, int in, int out) {
        Arguments.array("w", w, out, in);
        this.in = in;
        this.out = out;
        this.given = Arrays.copyOf(w, in * out);
    }

    /**
     * @param w [out, in], copied
     * @return the weights for the fastest provider
     * @throws IllegalArgumentException if there are fewer weights
     */
    public static PackedWeights of(float[] w, int in, int out) {
        return new PackedWeights(w, in, out);
    }

    /** The same for one provider, which is to be asked for their products. */
    static PackedWeights of(AbstractKernels owner, float[] w, int in, int out) {
        PackedWeights packed = new PackedWeights(w, in, out);
        packed.owner = owner;
        return packed;
    }

    /**
     * {@code y = f(x wᵀ + b)}.
     *
     * @param x [rows, in]
     * @param b [out] or null
     * @param y [rows, out]
     * @throws IllegalArgumentException if an array is too short
     */
    public void dense(float[] x, float[] b, float[] y, int rows, Activation f) {
        Kernels provider = kernels;
        if (provider == null) {
            float[] w = rows < AbstractProducts.FEW_ROWS && ++samples <= EARLY ? given : null;
            if (w != null) {
                checkDense(x, b, y, rows);
                FewRows.early(x, w, b, y, rows, in, out, f);
                return;
            }
            provider = Kernels.get();
            kernels = provider;
        }
        provider.dense(x, this, b, y, rows, in, out, f);
    }

    void checkDense(float[] x, float[] b, float[] y, int count) {
        Arguments.sizes(count, in);
        Arguments.array("x", x, count, in);
        Arguments.array("y", y, count, out);
        Arguments.optional("b", b, out);
    }

    /**
     * Called before what was arranged is read.
     *
     * @throws IllegalArgumentException if it was arranged by another provider
     */
    void arrange(AbstractKernels provider) {
        if (given != null) {
            arrangeOnce(provider);
        }
        if (owner != provider) {
            throw new IllegalArgumentException("the weights were packed by another provider: pack them with this one");
        }
    }

    private synchronized void arrangeOnce(AbstractKernels provider) {
        if (given != null && (owner == null || owner == provider)) {
            owner = provider;
            finite = allFinite(given);
            provider.arrange(this, given);
            given = null;
        }
    }

    private static boolean allFinite(float[] w) {
        float sum = 0;
        for (float weight : w) {
            // Zero, or not a number for good.
            sum += weight * 0f;
        }
        return sum == 0;
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
