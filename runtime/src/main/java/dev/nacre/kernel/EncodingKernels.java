package dev.nacre.kernel;

import java.util.Objects;

/**
 * From the columns of a record to the vector that a network reads. The conventions of {@link Kernels} hold. NaN stands for a
 * missing number. What every provider computes alike is a default method; a provider may have a faster one of the same bits.
 */
public interface EncodingKernels {
    /**
     * {@code y_i,yOffset.. = x_i,xOffset..} per row, for so many columns: x [rows, xColumns], y [rows, yColumns], whose other
     * columns stay as they are.
     */
    default void copyColumns(
            float[] x, float[] y, int rows, int columns, int xColumns, int xOffset, int yColumns, int yOffset) {
        Arguments.sizes(rows, columns);
        Arguments.slice(columns, xColumns, xOffset);
        Arguments.slice(columns, yColumns, yOffset);
        Arguments.array("x", x, rows, xColumns);
        Arguments.array("y", y, rows, yColumns);
        Columns.copy(x, y, rows, columns, xColumns, xOffset, yColumns, yOffset);
    }

    /** {@code y_i,offset.. = 0} per row, for so many columns: y [rows, yColumns], whose other columns stay as they are. */
    default void clearColumns(float[] y, int rows, int columns, int yColumns, int offset) {
        Arguments.sizes(rows, columns);
        Arguments.slice(columns, yColumns, offset);
        Arguments.array("y", y, rows, yColumns);
        Columns.clear(y, rows, columns, yColumns, offset);
    }

    /** {@code y_i = x_i / 255} for unsigned bytes: length elements, of x from xAt on, to y from yAt on. */
    default void unit(byte[] x, int xAt, float[] y, int yAt, int length) {
        Objects.checkFromIndexSize(xAt, length, x.length);
        Objects.checkFromIndexSize(yAt, length, y.length);
        Columns.unit(x, xAt, y, yAt, length);
    }

    /** {@code y = x}, and value where x is NaN: x and y [rows, columns]; may be one array. */
    default void fillMissing(float[] x, float[] y, int rows, int columns, float value) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Columns.fill(x, y, rows * columns, value);
    }

    /** {@code dx = dy}, and 0 where x is NaN: x, dy and dx [rows, columns]; dy and dx may be one array. */
    default void fillMissingGradient(float[] x, float[] dy, float[] dx, int rows, int columns) {
        Arguments.pair("x", x, "dy", dy, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        Columns.fillGradient(x, dy, dx, rows * columns);
    }

    /** {@code y = 1} where x is NaN, else 0: x and y [rows, columns]; may be one array. */
    default void missingIndicator(float[] x, float[] y, int rows, int columns) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Columns.indicate(x, y, rows * columns);
    }

    /**
     * {@code y_i = w_x_i}, rows of a table: x [rows] whole numbers from 0 to count - 1, w [count, size], y [rows, size].
     *
     * @throws IllegalArgumentException if an index is none of the table's; nothing is written then
     */
    default void embedding(float[] x, float[] w, float[] y, int rows, int count, int size) {
        Arguments.array("y", y, rows, size);
        Embeddings.check(x, w, rows, count, size);
        Embeddings.gather(x, w, y, rows, size);
    }

    /**
     * The gradient of {@link #embedding} with respect to its table: {@code dw_k = sum of dy_i over the i with x_i = k}, in the
     * order of the rows and in double: x [rows], dy [rows, size], dw [count, size].
     *
     * @param add whether to add to dw or to replace it
     * @throws IllegalArgumentException if an index is none of the table's; nothing is written then
     */
    default void embeddingGradient(float[] x, float[] dy, float[] dw, int rows, int count, int size, boolean add) {
        Arguments.array("dy", dy, rows, size);
        Embeddings.check(x, dw, rows, count, size);
        Embeddings.scatter(x, dy, dw, rows, count, size, add);
    }
}
