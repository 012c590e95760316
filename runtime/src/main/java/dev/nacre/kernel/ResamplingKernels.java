package dev.nacre.kernel;

/**
 * Planes made larger: padding and upsampling. {@code planes} counts samples times channels; what has one axis has height 1. The
 * conventions of {@link Kernels} hold.
 */
public interface ResamplingKernels {
    /**
     * {@code y = x} with a margin of a value: x [planes, height, width] as the window says, y larger by its padding,
     * smaller where it is below 0.
     *
     * @param around a window of one element; padding below 0 takes rows or columns away, and leaves one or more
     */
    default void pad(float[] x, float[] y, int planes, Window around, float value) {
        ResamplingLoops.of(planes, around).value(value).run(ResamplingLoops.Kind.PAD, x, y, false);
    }

    /** The gradient of {@link #pad}: what lies inside the margin. */
    default void padGradient(float[] dy, float[] dx, int planes, Window around) {
        ResamplingLoops.of(planes, around).run(ResamplingLoops.Kind.PAD, dx, dy, true);
    }

    /** {@link #pad} with a margin of what a mirror on the border shows: the border itself is not repeated. */
    default void padReflect(float[] x, float[] y, int planes, Window around) {
        ResamplingLoops.of(planes, around).run(ResamplingLoops.Kind.REFLECT, x, y, false);
    }

    /** The gradient of {@link #padReflect}: sums of what came from each element. */
    default void padReflectGradient(float[] dy, float[] dx, int planes, Window around) {
        ResamplingLoops.of(planes, around).run(ResamplingLoops.Kind.REFLECT, dx, dy, true);
    }

    /** {@link #pad} with a margin of the nearest elements. */
    default void padReplicate(float[] x, float[] y, int planes, Window around) {
        ResamplingLoops.of(planes, around).run(ResamplingLoops.Kind.REPLICATE, x, y, false);
    }

    /** The gradient of {@link #padReplicate}: sums of what came from each element. */
    default void padReplicateGradient(float[] dy, float[] dx, int planes, Window around) {
        ResamplingLoops.of(planes, around).run(ResamplingLoops.Kind.REPLICATE, dx, dy, true);
    }

    /** Each element {@code down} times below and {@code across} times beside itself: x [planes, height, width], y larger by these. */
    default void upsampleNearest(float[] x, float[] y, int planes, int height, int width, int down, int across) {
        ResamplingLoops.of(planes, height, width, down, across).run(ResamplingLoops.Kind.NEAREST, x, y, false);
    }

    /** The gradient of {@link #upsampleNearest}: sums over the copies. */
    default void upsampleNearestGradient(
            float[] dy, float[] dx, int planes, int height, int width, int down, int across) {
        ResamplingLoops.of(planes, height, width, down, across).run(ResamplingLoops.Kind.NEAREST, dx, dy, true);
    }

    /**
     * What lies on the straight lines between neighbours: shapes as for {@link #upsampleNearest}.
     *
     * @param alignCorners whether the first and last elements of both lie on each other: element i is at
     *     {@code i (size - 1) / (larger - 1)}. Else it is at {@code (i + 1/2) / scale - 1/2}, and not outside
     */
    default void upsampleLinear(
            float[] x, float[] y, int planes, int height, int width, int down, int across, boolean alignCorners) {
        ResamplingLoops.of(planes, height, width, down, across)
                .aligned(alignCorners)
                .run(ResamplingLoops.Kind.LINEAR, x, y, false);
    }

    /** The gradient of {@link #upsampleLinear}. */
    default void upsampleLinearGradient(
            float[] dy, float[] dx, int planes, int height, int width, int down, int across, boolean alignCorners) {
        ResamplingLoops.of(planes, height, width, down, across)
                .aligned(alignCorners)
                .run(ResamplingLoops.Kind.LINEAR, dx, dy, true);
    }
}
