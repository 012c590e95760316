package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** The operations of {@link Arithmetic} that make vectors of records: scaling, embedding, missing numbers. */
final class Encodings {
    private Encodings() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "accumulateExtremes" ->
                accumulate(call.array(), call.array(), call.array(), call.size(), call.size(), call.size());
            case "minMax" ->
                minMax(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.size(),
                        call.number(),
                        call.number());
            case "minMaxGradient" ->
                minMaxGradient(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.size(),
                        call.number(),
                        call.number());
            case "copyColumns" ->
                copy(
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.size(),
                        call.size(),
                        call.size(),
                        call.size());
            case "clearColumns" -> clear(call.array(), call.size(), call.size(), call.size(), call.size());
            case "fillMissing" -> fill(call.array(), call.array(), call.size() * call.size(), call.number());
            case "fillMissingGradient" ->
                fillGradient(call.array(), call.array(), call.array(), call.size() * call.size());
            case "missingIndicator" -> indicate(call.array(), call.array(), call.size() * call.size());
            case "embedding" ->
                embedding(call.array(), call.array(), call.array(), call.size(), call.size(), call.size());
            case "embeddingGradient" ->
                embeddingGradient(
                        call.array(), call.array(), call.array(), call.size(), call.size(), call.size(), call.flag());
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static void accumulate(double[] x, double[] min, double[] max, int rows, int features, int inner) {
        for (int i = 0; i < rows * features * inner; i++) {
            int f = i / inner % features;
            if (!Double.isNaN(x[i])) {
                min[f] = Math.min(min[f], x[i]);
                max[f] = Math.max(max[f], x[i]);
            }
        }
    }

    private static void minMax(
            double[] x,
            double[] y,
            double[] min,
            double[] max,
            int rows,
            int features,
            int inner,
            double low,
            double high) {
        for (int i = 0; i < rows * features * inner; i++) {
            int f = i / inner % features;
            double span = min[f] == max[f] ? 1 : max[f] - min[f];
            y[i] = min[f] > max[f] ? x[i] : low + (x[i] - min[f]) / span * (high - low);
        }
    }

    private static void minMaxGradient(
            double[] dy,
            double[] dx,
            double[] min,
            double[] max,
            int rows,
            int features,
            int inner,
            double low,
            double high) {
        for (int i = 0; i < rows * features * inner; i++) {
            int f = i / inner % features;
            double span = min[f] == max[f] ? 1 : max[f] - min[f];
            dx[i] = min[f] > max[f] ? dy[i] : dy[i] * (high - low) / span;
        }
    }

    private static void copy(
            double[] x, double[] y, int rows, int columns, int xColumns, int xOffset, int yColumns, int yOffset) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                y[i * yColumns + yOffset + j] = x[i * xColumns + xOffset + j];
            }
        }
    }

    private static void clear(double[] y, int rows, int columns, int yColumns, int offset) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                y[i * yColumns + offset + j] = 0;
            }
        }
    }

    private static void fill(double[] x, double[] y, int n, double value) {
        for (int i = 0; i < n; i++) {
            y[i] = Double.isNaN(x[i]) ? value : x[i];
        }
    }

    private static void fillGradient(double[] x, double[] dy, double[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = Double.isNaN(x[i]) ? 0 : dy[i];
        }
    }

    private static void indicate(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Double.isNaN(x[i]) ? 1 : 0;
        }
    }

    private static void embedding(double[] x, double[] w, double[] y, int rows, int count, int size) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < count; k++) {
                for (int j = 0; j < size; j++) {
                    y[i * size + j] = k == x[i] ? w[k * size + j] : y[i * size + j];
                }
            }
        }
    }

    private static void embeddingGradient(
            double[] x, double[] dy, double[] dw, int rows, int count, int size, boolean add) {
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < size; j++) {
                double sum = add ? dw[k * size + j] : 0;
                for (int i = 0; i < rows; i++) {
                    sum += x[i] == k ? dy[i * size + j] : 0;
                }
                dw[k * size + j] = sum;
            }
        }
    }
}
