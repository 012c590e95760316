package dev.nacre.kernel;

/**
 * Products some of whose weights are dropped (DropConnect): {@code W' = select(M, W / (1 - p), 0)}. The conventions of {@link Kernels}
 * hold. Made of other kernels, so that every provider gives the same bits.
 */
public interface ConnectionKernels extends ProductKernels, ActivationKernels {
    /** Makes the weights of a step, {@link Connections#weights()}: masked ones, or w itself while masks are off: w [elements]. */
    default void dropWeights(float[] w, int elements, Connections connections) {
        Arguments.vector("w", w, elements);
        ConnectionLoops.drop(this, w, elements, connections);
    }

    /**
     * The gradient of weights from that of the masked ones, {@code dw = select(M, g / (1 - p), 0)}, or that added to dw: g and dw
     * [elements]. Afterwards g is of no use.
     */
    default void dropWeightsGradient(float[] g, float[] dw, int elements, boolean add, Connections connections) {
        Arguments.vector("g", g, elements);
        Arguments.vector("dw", dw, elements);
        ConnectionLoops.gradient(this, g, dw, elements, add, connections, 0);
    }

    /**
     * {@code y = x W'ᵀ + b} with a mask of its own for each sample: x [rows, in], w [out, in], b [out] or null, y [rows, out].
     *
     * @param perSample how many rows are one sample
     */
    default void dropConnect(
            float[] x,
            float[] w,
            float[] b,
            float[] y,
            int rows,
            int in,
            int out,
            int perSample,
            Connections connections) {
        Arguments.array("x", x, rows, in);
        Arguments.array("w", w, out, in);
        Arguments.optional("b", b, out);
        Arguments.array("y", y, rows, out);
        ConnectionLoops.forward(this, x, w, b, y, rows, in, out, perSample, connections);
    }

    /** {@code dx = dy W'} with the masks of {@link #dropConnect}: dy [rows, out], w [out, in], dx [rows, in]. */
    default void dropConnectInputGradient(
            float[] dy, float[] w, float[] dx, int rows, int in, int out, int perSample, Connections connections) {
        Arguments.array("dy", dy, rows, out);
        Arguments.array("w", w, out, in);
        Arguments.array("dx", dx, rows, in);
        ConnectionLoops.inputGradient(this, dy, w, dx, rows, in, out, perSample, connections);
    }

    /**
     * {@code dw = sum over samples of select(M, dyᵀ x / (1 - p), 0)} with the masks of {@link #dropConnect}, or that added to dw: dy [rows,
     * out], x [rows, in], dw [out, in].
     */
    default void dropConnectWeightGradient(
            float[] dy,
            float[] x,
            float[] dw,
            int rows,
            int in,
            int out,
            boolean add,
            int perSample,
            Connections connections) {
        Arguments.array("dy", dy, rows, out);
        Arguments.array("x", x, rows, in);
        Arguments.array("dw", dw, out, in);
        ConnectionLoops.weightGradient(this, dy, x, dw, rows, in, out, add, perSample, connections);
    }

    /**
     * In evaluation {@link #momentMatching(float[], float[], float[], float[], int, int, int, Activation, float, int) momentMatching} with
     * the p of the connections, while weights are dropped {@code y = f(u)}.
     */
    default void momentMatching(
            float[] x,
            float[] w,
            float[] u,
            float[] y,
            int rows,
            int in,
            int out,
            Activation f,
            int samples,
            Connections connections) {
        if (connections.active()) {
            activate(u, y, rows, out, f);
        } else {
            momentMatching(x, w, u, y, rows, in, out, f, (float) connections.p(), samples);
        }
    }

    /**
     * The mean of {@code f(u + s n)} over some standard normal n, where s is the deviation that dropped weights would give u: {@code s_j^2 =
     * p / (1 - p) sum_i (w_ji x_i)^2} (Wan et al., 2013, algorithm 1.2). The n are fixed for each unit and the same for every row: x [rows, in],
     * w [out, in], u and y [rows, out].
     *
     * @param u the mean, {@code x wᵀ + b}
     * @param p the probability of dropping a weight, below 1
     * @param samples how many n
     */
    default void momentMatching(
            float[] x, float[] w, float[] u, float[] y, int rows, int in, int out, Activation f, float p, int samples) {
        Arguments.array("x", x, rows, in);
        Arguments.array("w", w, out, in);
        Arguments.pair("u", u, "y", y, rows, out);
        MomentMatching.run(x, w, u, y, rows, in, out, f, p, samples);
    }
}
