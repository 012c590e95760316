package dev.nacre.kernel;

/**
 * Scaling by what was seen of each feature. The conventions of {@link Kernels} hold. NaN stands for a missing number: it is
 * left out of what was seen, and stays NaN. What every provider computes alike is a default method; a provider may have a
 * faster one of the same bits.
 */
public interface ScalingKernels {
    /**
     * Widens the extremes of each feature to those of the rows: x [rows, features, inner], min and max [features], where a
     * min above its max means that nothing was seen.
     */
    default void accumulateExtremes(float[] x, float[] min, float[] max, int rows, int features, int inner) {
        Arguments.sizes(rows, Math.multiplyExact(features, inner));
        Arguments.array("x", x, rows, features * inner);
        Scaling.extremes(min, max, features);
        Scaling.accumulate(x, min, max, rows, features, inner);
    }

    /**
     * {@code y = low + (x - min) (high - low) / (max - min)} per feature: x and y [rows, features, inner]; may be one array.
     * A feature of which nothing was seen stays as it is; where min is max their distance counts as 1.
     */
    default void minMax(
            float[] x, float[] y, float[] min, float[] max, int rows, int features, int inner, float low, float high) {
        Arguments.pair("x", x, "y", y, rows, Math.multiplyExact(features, inner));
        Scaling.extremes(min, max, features);
        Scaling.range(low, high);
        Scaling.minMax(x, y, min, max, rows, features, inner, low, high);
    }

    /**
     * {@code dx = dy (high - low) / (max - min)} per feature: dy and dx [rows, features, inner]; may be one array. The
     * exceptions are those of {@link #minMax}.
     */
    default void minMaxGradient(
            float[] dy,
            float[] dx,
            float[] min,
            float[] max,
            int rows,
            int features,
            int inner,
            float low,
            float high) {
        Arguments.pair("dy", dy, "dx", dx, rows, Math.multiplyExact(features, inner));
        Scaling.extremes(min, max, features);
        Scaling.range(low, high);
        Scaling.minMaxGradient(dy, dx, min, max, rows, features, inner, low, high);
    }
}
