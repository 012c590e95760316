package dev.nacre.kernel;

/** Random noise on values. The conventions of {@link Kernels} hold. */
public interface NoiseKernels {
    /**
     * {@code y = x n} element by element, n the noise; {@code y = x} while it is off: x and y [rows, columns]; may be one array.
     * With dy and dx in place of x and y it is its own gradient.
     */
    default void multiplyNoise(float[] x, float[] y, int rows, int columns, RandomNoise noise) {
        Arguments.pair("x", x, "y", y, rows, columns);
        NoiseLoops.multiply(x, y, rows * columns, noise);
    }

    /** {@code y = x + n} element by element, n the noise; {@code y = x} while it is off: x and y [rows, columns]; may be one array. */
    default void addNoise(float[] x, float[] y, int rows, int columns, RandomNoise noise) {
        Arguments.pair("x", x, "y", y, rows, columns);
        NoiseLoops.add(x, y, rows * columns, noise);
    }
}
