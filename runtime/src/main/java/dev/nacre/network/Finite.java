package dev.nacre.network;

import dev.nacre.kernel.Kernels;
import dev.nacre.tensor.Tensor;

/** Looks for infinities and numbers that are none, without allocating. */
public final class Finite {
    private static final Kernels KERNELS = Kernels.get();

    private Finite() {}

    /**
     * The largest magnitude: an infinity is larger than every number, and NaN larger than that.
     *
     * @param tensor any
     * @return the largest {@code |element|}; 0 of none
     */
    public static float largest(Tensor tensor) {
        return KERNELS.largestMagnitude(tensor.data(), tensor.elements());
    }

    /**
     * @param tensor any
     * @return whether no element is infinite or NaN
     */
    public static boolean all(Tensor tensor) {
        return Float.isFinite(largest(tensor));
    }

    static boolean all(float[] values, int count) {
        return Float.isFinite(KERNELS.largestMagnitude(values, count));
    }
}
