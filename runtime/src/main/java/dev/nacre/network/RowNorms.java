package dev.nacre.network;

/** The arithmetic of constraints; a row with NaN has no norm to compare and stays as it is. */
final class RowNorms {
    private RowNorms() {}

    static void limit(float[] values, int columns, double limit) {
        for (int from = 0; from < values.length; from += columns) {
            double norm = norm(values, from, columns);
            if (norm > limit) {
                scale(values, from, columns, limit / norm);
            }
        }
    }

    static void unit(float[] values, int columns) {
        for (int from = 0; from < values.length; from += columns) {
            double norm = norm(values, from, columns);
            if (norm > 0) {
                scale(values, from, columns, 1 / norm);
            }
        }
    }

    static void nonNegative(float[] values, int columns) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] < 0 ? 0 : values[i];
        }
    }

    /** In double: the square of a float neither overflows nor vanishes there. */
    private static double norm(float[] values, int from, int columns) {
        double sum = 0;
        for (int i = from; i < from + columns; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    private static void scale(float[] values, int from, int columns, double factor) {
        for (int i = from; i < from + columns; i++) {
            values[i] = (float) (values[i] * factor);
        }
    }
}
