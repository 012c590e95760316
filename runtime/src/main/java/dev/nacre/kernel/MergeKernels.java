package dev.nacre.kernel;

/**
 * Several arrays made one, and one taken apart. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface MergeKernels {
    /** {@code y = a + b}: all [rows, columns]; any two may be one array. */
    void add(float[] a, float[] b, float[] y, int rows, int columns);

    /** {@code y = a * b}, element by element: all [rows, columns]; any two may be one array. */
    void multiply(float[] a, float[] b, float[] y, int rows, int columns);

    /** {@code y_i,offset..offset+columns = x_i,0..columns} per row: x [rows, columns], y [rows, yColumns]. Part of a concat. */
    void scatterColumns(float[] x, float[] y, int rows, int columns, int yColumns, int offset);

    /** {@code x_i,0..columns = y_i,offset..offset+columns} per row: y [rows, yColumns], x [rows, columns]. */
    void gatherColumns(float[] y, float[] x, int rows, int columns, int yColumns, int offset);
}
