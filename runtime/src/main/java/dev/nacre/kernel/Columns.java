package dev.nacre.kernel;

import java.util.Arrays;

/** The loops over columns and missing numbers of {@link EncodingKernels}. */
final class Columns {
    /** Dividing once for each value of a byte gives the rounded quotient without a division for each element. */
    private static final float[] UNIT = new float[256];

    static {
        for (int value = 0; value < UNIT.length; value++) {
            UNIT[value] = value / 255f;
        }
    }

    private Columns() {}

    static void unit(byte[] x, int xAt, float[] y, int yAt, int length) {
        for (int i = 0; i < length; i++) {
            y[yAt + i] = UNIT[x[xAt + i] & 0xFF];
        }
    }

    static void copy(
            float[] x, float[] y, int rows, int columns, int xColumns, int xOffset, int yColumns, int yOffset) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, row * xColumns + xOffset, y, row * yColumns + yOffset, columns);
        }
    }

    static void clear(float[] y, int rows, int columns, int yColumns, int offset) {
        for (int row = 0; row < rows; row++) {
            int at = row * yColumns + offset;
            Arrays.fill(y, at, at + columns, 0f);
        }
    }

    static void fill(float[] x, float[] y, int n, float value) {
        for (int i = 0; i < n; i++) {
            y[i] = Float.isNaN(x[i]) ? value : x[i];
        }
    }

    static void fillGradient(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = Float.isNaN(x[i]) ? 0f : dy[i];
        }
    }

    static void indicate(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Float.isNaN(x[i]) ? 1f : 0f;
        }
    }
}
