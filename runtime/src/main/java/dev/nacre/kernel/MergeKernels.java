package dev.nacre.kernel;

/**
 * Several arrays made one, and one taken apart. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface MergeKernels {
    /** {@code y = a + b}: all [rows, columns]; any two may be one array. */
    default void add(float[] a, float[] b, float[] y, int rows, int columns) {
        add(a, b, y, rows, columns, Activation.IDENTITY);
    }

    /** {@code y = f(a + b)}: all [rows, columns]; any two may be one array. The end of a residual block. */
    void add(float[] a, float[] b, float[] y, int rows, int columns, Activation f);

    /** {@code y = a * b}, element by element: all [rows, columns]; any two may be one array. */
    void multiply(float[] a, float[] b, float[] y, int rows, int columns);

    /** {@code y_i,offset..offset+columns = x_i,0..columns} per row: x [rows, columns], y [rows, yColumns]. Part of a concat. */
    void scatterColumns(float[] x, float[] y, int rows, int columns, int yColumns, int offset);

    /** {@code x_i,0..columns = y_i,offset..offset+columns} per row: y [rows, yColumns], x [rows, columns]. */
    void gatherColumns(float[] y, float[] x, int rows, int columns, int yColumns, int offset);

    /** {@code y = a - b}: all [rows, columns]; any two may be one array. */
    default void subtract(float[] a, float[] b, float[] y, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, columns);
        MergeLoops.subtract(a, b, y, rows * columns);
    }

    /** {@code y = -x}: x and y [rows, columns]; may be one array. The gradient of what is subtracted. */
    default void negate(float[] x, float[] y, int rows, int columns) {
        Arguments.pair("x", x, "y", y, rows, columns);
        MergeLoops.negate(x, y, rows * columns);
    }

    /** {@code y = a / b}, element by element: all [rows, columns]; any two may be one array. */
    default void divide(float[] a, float[] b, float[] y, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, columns);
        MergeLoops.divide(a, b, y, rows * columns);
    }

    /** The gradient of {@link #divide} with respect to b, {@code db = -dy y / b}: all [rows, columns]. */
    default void divisorGradient(float[] b, float[] y, float[] dy, float[] db, int rows, int columns) {
        Arguments.pair("b", b, "y", y, rows, columns);
        Arguments.pair("dy", dy, "db", db, rows, columns);
        MergeLoops.divisorGradient(b, y, dy, db, rows * columns);
    }

    /** {@code y = x / divisor}: x and y [rows, columns]; may be one array. The last step of a mean. */
    default void divideBy(float[] x, float[] y, int rows, int columns, int divisor) {
        Arguments.pair("x", x, "y", y, rows, columns);
        MergeLoops.divideBy(x, y, rows * columns, divisor);
    }

    /** {@code y = max(a, b)}, element by element, NaN where either is: all [rows, columns]; any two may be one array. */
    default void max(float[] a, float[] b, float[] y, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, columns);
        MergeLoops.max(a, b, y, rows * columns);
    }

    /**
     * The gradient of {@link #max} with respect to a, and with a and b swapped to b: dy where a is larger, half of it where
     * both are equal, 0 where b is larger. All [rows, columns].
     */
    default void maxGradient(float[] a, float[] b, float[] dy, float[] da, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.pair("dy", dy, "da", da, rows, columns);
        MergeLoops.maxGradient(a, b, dy, da, rows * columns);
    }

    /** {@code y = min(a, b)}, element by element, NaN where either is: all [rows, columns]; any two may be one array. */
    default void min(float[] a, float[] b, float[] y, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, columns);
        MergeLoops.min(a, b, y, rows * columns);
    }

    /** The gradient of {@link #min} with respect to a, as {@link #maxGradient} is that of max. */
    default void minGradient(float[] a, float[] b, float[] dy, float[] da, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.pair("dy", dy, "da", da, rows, columns);
        MergeLoops.minGradient(a, b, dy, da, rows * columns);
    }

    /** {@code y_rti = x_ri}, every row several times: x [rows, inner], y [rows, times, inner]. */
    default void repeat(float[] x, float[] y, int rows, int times, int inner) {
        Arguments.array("x", x, rows, inner);
        Arguments.array("y", y, rows, times * inner);
        MergeLoops.repeat(x, y, rows, times, inner);
    }

    /** The gradient of {@link #repeat}, {@code dx_ri = sum_t dy_rti}, summed in double: dy [rows, times, inner], dx [rows, inner]. */
    default void repeatGradient(float[] dy, float[] dx, int rows, int times, int inner) {
        Arguments.array("dy", dy, rows, times * inner);
        Arguments.array("dx", dx, rows, inner);
        MergeLoops.repeatGradient(dy, dx, rows, times, inner);
    }

    /** {@code y_r = sum_i a_ri b_ri}, summed in double: a and b [rows, columns], y [rows]. */
    default void dot(float[] a, float[] b, float[] y, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, 1);
        DotLoops.dot(a, b, y, rows, columns);
    }

    /** The gradient of {@link #dot} with respect to a, {@code da_ri = dy_r b_ri}: b and da [rows, columns], dy [rows]. */
    default void dotGradient(float[] b, float[] dy, float[] da, int rows, int columns) {
        Arguments.pair("b", b, "da", da, rows, columns);
        Arguments.array("dy", dy, rows, 1);
        DotLoops.dotGradient(b, dy, da, rows, columns);
    }

    /**
     * The cosine of the angle between two vectors per row, {@code y = a b / (max(|a|, epsilon) max(|b|, epsilon))}: a and b
     * [rows, columns], y [rows].
     */
    default void cosine(float[] a, float[] b, float[] y, int rows, int columns, float epsilon) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, 1);
        DotLoops.cosine(a, b, y, rows, columns, epsilon);
    }

    /**
     * The gradient of {@link #cosine} with respect to a, and with a and b swapped to b: a, b and da [rows, columns],
     * dy [rows].
     */
    default void cosineGradient(float[] a, float[] b, float[] dy, float[] da, int rows, int columns, float epsilon) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("da", da, rows, columns);
        Arguments.array("dy", dy, rows, 1);
        DotLoops.cosineGradient(a, b, dy, da, rows, columns, epsilon);
    }
}
