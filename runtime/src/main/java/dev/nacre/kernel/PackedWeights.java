package dev.nacre.kernel;

/**
 * The weights of a dense layer in the order in which a provider reads them, for weights that never change: a predictor's. Made
 * by {@link ProductKernels#pack} and read by the provider that made them.
 */
public final class PackedWeights {
    /** The provider that made it. */
    final Kernels owner;

    final int in;
    final int out;

    /** The panels of {@link VectorPacking}, or null. */
    final float[] panels;

    /** The weights of each input side by side, [in][out padded], or null. */
    final float[][] rows;

    /** Whether a zero input adds nothing whatever its weights are: infinity times zero would. */
    final boolean finite;

    private PackedWeights(Kernels owner, float[] w, int in, int out, float[] panels, float[][] rows) {
        this.owner = owner;
        this.in = in;
        this.out = out;
        this.panels = panels;
        this.rows = rows;
        this.finite = allFinite(w, in * out);
    }

    static PackedWeights panels(Kernels owner, float[] w, int in, int out, float[] panels) {
        return new PackedWeights(owner, w, in, out, panels, null);
    }

    static PackedWeights rows(Kernels owner, float[] w, int in, int out, float[][] rows) {
        return new PackedWeights(owner, w, in, out, null, rows);
    }

    private static boolean allFinite(float[] w, int length) {
        for (int i = 0; i < length; i++) {
            if (!Float.isFinite(w[i])) {
                return false;
            }
        }
        return true;
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
