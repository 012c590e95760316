package dev.nacre.kernel;

import java.util.Arrays;

/** Products of two vectors per row: inner ones, their cosine, and outer ones. */
final class DotLoops {
    private DotLoops() {}

    static void dot(float[] a, float[] b, float[] y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            y[row] = (float) RowSums.dot(a, row * columns, b, row * columns, columns);
        }
    }

    static void dotGradient(float[] b, float[] dy, float[] da, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            float up = dy[row];
            for (int i = row * columns, end = i + columns; i < end; i++) {
                da[i] = up * b[i];
            }
        }
    }

    static void cosine(float[] a, float[] b, float[] y, int rows, int columns, float epsilon) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double lengths = Math.max(length(a, at, columns), epsilon) * Math.max(length(b, at, columns), epsilon);
            y[row] = (float) (RowSums.dot(a, at, b, at, columns) / lengths);
        }
    }

    /** {@code da = dy (b / (|a| |b|) - cos a / |a|^2)}; the second term is 0 where |a| gave way to epsilon. */
    static void cosineGradient(float[] a, float[] b, float[] dy, float[] da, int rows, int columns, float epsilon) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double lengthA = length(a, at, columns);
            double boundedA = Math.max(lengthA, epsilon);
            double lengths = boundedA * Math.max(length(b, at, columns), epsilon);
            double cosine = RowSums.dot(a, at, b, at, columns) / lengths;
            double alongB = dy[row] / lengths;
            double alongA = lengthA < epsilon ? 0 : dy[row] * cosine / (boundedA * boundedA);
            for (int i = at; i < at + columns; i++) {
                da[i] = (float) (alongB * b[i] - alongA * a[i]);
            }
        }
    }

    private static double length(float[] x, int at, int columns) {
        return Math.sqrt(RowSums.dot(x, at, x, at, columns));
    }

    static void outer(float[] a, float[] b, float[] y, int rows, int aColumns, int bColumns) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < aColumns; i++) {
                float factor = a[row * aColumns + i];
                int at = (row * aColumns + i) * bColumns;
                for (int j = 0; j < bColumns; j++) {
                    y[at + j] = factor * b[row * bColumns + j];
                }
            }
        }
    }

    static void outerLeftGradient(float[] dy, float[] b, float[] da, int rows, int aColumns, int bColumns) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < aColumns; i++) {
                int at = row * aColumns + i;
                da[at] = (float) RowSums.dot(dy, at * bColumns, b, row * bColumns, bColumns);
            }
        }
    }

    static void outerRightGradient(float[] dy, float[] a, float[] db, int rows, int aColumns, int bColumns) {
        double[] sums = Scratch.get().sums(bColumns);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0, bColumns, 0);
            for (int i = 0; i < aColumns; i++) {
                double factor = a[row * aColumns + i];
                int at = (row * aColumns + i) * bColumns;
                for (int j = 0; j < bColumns; j++) {
                    sums[j] += factor * dy[at + j];
                }
            }
            for (int j = 0; j < bColumns; j++) {
                db[row * bColumns + j] = (float) sums[j];
            }
        }
    }
}
