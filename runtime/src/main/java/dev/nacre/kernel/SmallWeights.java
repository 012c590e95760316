package dev.nacre.kernel;

/**
 * The weights of a small product that never change, those of each input side by side, for {@link SmallKernels#smallDense}. The fastest
 * provider is asked when the first calls are over: a program that wants one answer gets it before the provider would have been loaded.
 */
public final class SmallWeights {
    private static final int FIRST_CALLS = 16;

    private final float[] byInput;

    /** Null for the first calls. */
    private Kernels kernels;

    /** Not exact where threads count at once, which does no harm. */
    private int calls;

    private SmallWeights(float[] byInput) {
        this.byInput = byInput;
    }

    /**
     * @param w [out, in]
     * @return the same by input
     */
    public static SmallWeights of(float[] w, int in, int out) {
        return new SmallWeights(byInput(w, in, out));
    }

    static float[] byInput(float[] w, int in, int out) {
        float[] transposed = new float[in * out];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = w[i % out * in + i / out];
        }
        return transposed;
    }

    /**
     * {@code y = f(x wᵀ + b)}: as {@link SmallKernels#smallDense}, with the sizes of the weights.
     *
     * @return whether y was written; the first calls are answered false
     */
    public boolean dense(float[] x, float[] b, float[] y, int rows, int in, int out, boolean relu) {
        Kernels provider = kernels;
        if (provider == null) {
            if (calls < FIRST_CALLS) {
                calls++;
                return false;
            }
            provider = Kernels.get();
            kernels = provider;
        }
        return provider.smallDense(x, byInput, b, y, rows, in, out, relu);
    }
}
