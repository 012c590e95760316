package dev.nacre.kernel;

/**
 * The weights of a convolution as its products read them, for weights that never change: a predictor's. Made by
 * {@link ConvolutionKernels#pack}; immutable.
 */
public final class PackedFilters {
    /** The convolution they are for. */
    final Convolution of;

    /** [out, in / groups, kernel], where they are read as they are, else null. */
    final float[] given;

    /** By {@link Winograd#transform}, where they are read so, else null. */
    final float[] points;

    /** @param w [out, in / groups, kernel], copied */
    PackedFilters(float[] w, Convolution of) {
        this.of = of;
        if (of.forward == null) {
            given = w.clone();
            points = null;
        } else {
            given = null;
            points = new float[of.forward.weights(Winograd.POINTS)];
            for (int output = 0; output < of.out; output++) {
                of.forward.transform(w, output, points);
            }
        }
    }
}
