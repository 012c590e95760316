package dev.nacre.kernel;

/** One number of many. The conventions of {@link Kernels} hold. */
public interface ReductionKernels {
    /**
     * The largest magnitude: an infinity is larger than every number, and NaN larger than that. So the result is finite
     * exactly if all elements are.
     *
     * @param x at least {@code length} elements
     * @param length how many of them, from the first, to look at
     * @return the largest {@code |x_i|}; 0 of none
     */
    default float largestMagnitude(float[] x, int length) {
        Arguments.vector("x", x, length);
        return Magnitudes.largest(x, 0, length, 0);
    }
}
