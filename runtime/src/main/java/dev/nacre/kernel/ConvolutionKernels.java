package dev.nacre.kernel;

/**
 * Convolutions, as the field has them: cross-correlations. Images are [samples, channels, height, width]; what has one axis has
 * height 1. The conventions of {@link Kernels} hold.
 */
public interface ConvolutionKernels {
    /** {@code y = mask(f(conv(x, w) + b))}: x [samples, in, ...], w [out, in / groups, kernel], b [out] or null, y [samples, out, ...]. */
    void conv(float[] x, float[] w, float[] b, float[] y, int samples, Convolution of, Activation f, Mask mask);

    /** {@link #conv(float[], float[], float[], float[], int, Convolution, Activation, Mask) conv} that drops nothing. */
    default void conv(float[] x, float[] w, float[] b, float[] y, int samples, Convolution of, Activation f) {
        conv(x, w, b, y, samples, of, f, Mask.NONE);
    }

    /**
     * Copies weights into the order in which products read them.
     *
     * @param w [out, in / groups, kernel]
     * @return a copy for {@link #conv(float[], PackedFilters, float[], float[], int, Convolution, Activation) conv}
     */
    default PackedFilters pack(float[] w, Convolution of) {
        Arguments.array("w", w, of.out, of.depth());
        return new PackedFilters(w, of);
    }

    /**
     * {@code y = f(conv(x, w) + b)} with weights that were packed before, for this convolution.
     *
     * @throws IllegalArgumentException if they were packed for another one
     */
    void conv(float[] x, PackedFilters w, float[] b, float[] y, int samples, Convolution of, Activation f);

    /** {@code dx = convᵀ(dy, w)}: dy [samples, out, ...], dx [samples, in, ...]. */
    void convInputGradient(float[] dy, float[] w, float[] dx, int samples, Convolution of);

    /**
     * {@link #convInputGradient(float[], float[], float[], int, Convolution) convInputGradient} and after it the gradient of the
     * activation and the dropout that x came from: {@code dx = convᵀ(dy, w) f'(v)} under the mask.
     *
     * @param v like x: what f was given where it {@linkplain Activation#needsInput needs} it, else x
     */
    void convInputGradient(
            float[] dy, float[] w, float[] dx, int samples, Convolution of, float[] v, Activation f, Mask mask);

    /** The same without dropout. */
    default void convInputGradient(
            float[] dy, float[] w, float[] dx, int samples, Convolution of, float[] v, Activation f) {
        convInputGradient(dy, w, dx, samples, of, v, f, Mask.NONE);
    }

    /** {@code dw_ock = sum over samples and positions p of dy_o(p) x_c(p stride - before + k dilation)}, or that added to dw. */
    void convWeightGradient(float[] dy, float[] x, float[] dw, int samples, Convolution of, boolean add);

    /** {@code y = mask(f(convᵀ(x, w) + b))}: x like the result of the convolution, y like its image, b [in] or null. */
    void convTranspose(
            float[] x, float[] w, float[] b, float[] y, int samples, Convolution of, Activation f, Mask mask);

    /** {@link #convTranspose(float[], float[], float[], float[], int, Convolution, Activation, Mask) convTranspose} that drops nothing. */
    default void convTranspose(float[] x, float[] w, float[] b, float[] y, int samples, Convolution of, Activation f) {
        convTranspose(x, w, b, y, samples, of, f, Mask.NONE);
    }

    /** {@code s_c = sum over samples and elements of x}, or that added: x [samples, channels, elements]. The gradient of a bias. */
    void channelSum(float[] x, float[] s, int samples, int channels, int elements, boolean add);
}
