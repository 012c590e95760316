package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** Softmax and its relatives for {@link Arithmetic}: along the middle axis of [rows, columns, inner]. */
final class Softening {
    private Softening() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "softmax" -> softmax(call.array(), call.array(), call.size(), call.size(), call.sizeOr(1), 1);
            case "softmin" -> softmax(call.array(), call.array(), call.size(), call.size(), call.size(), -1);
            case "logSoftmax" -> logSoftmax(call.array(), call.array(), call.size(), call.size(), call.size());
            case "softmaxGradient" ->
                gradient(call.array(), call.array(), call.array(), call.size(), call.size(), call.sizeOr(1), 1);
            case "softminGradient" ->
                gradient(call.array(), call.array(), call.array(), call.size(), call.size(), call.size(), -1);
            case "logSoftmaxGradient" ->
                logGradient(call.array(), call.array(), call.array(), call.size(), call.size(), call.size());
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    static void softmax(double[] x, double[] y, int rows, int columns, int inner, double sign) {
        double[] logarithms = new double[x.length];
        double[] signed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            signed[i] = sign * x[i];
        }
        logSoftmax(signed, logarithms, rows, columns, inner);
        for (int i = 0; i < rows * columns * inner; i++) {
            y[i] = Math.exp(logarithms[i]);
        }
    }

    private static void logSoftmax(double[] x, double[] y, int rows, int columns, int inner) {
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inner; k++) {
                int at = row * columns * inner + k;
                double max = Double.NEGATIVE_INFINITY;
                for (int j = 0; j < columns; j++) {
                    max = Math.max(max, x[at + j * inner]);
                }
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += Math.exp(x[at + j * inner] - max);
                }
                for (int j = 0; j < columns; j++) {
                    y[at + j * inner] = x[at + j * inner] - max - Math.log(sum);
                }
            }
        }
    }

    private static void gradient(double[] y, double[] dy, double[] dx, int rows, int columns, int inner, double sign) {
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inner; k++) {
                int at = row * columns * inner + k;
                double dot = 0;
                for (int j = 0; j < columns; j++) {
                    dot += y[at + j * inner] * dy[at + j * inner];
                }
                for (int j = 0; j < columns; j++) {
                    dx[at + j * inner] = sign * y[at + j * inner] * (dy[at + j * inner] - dot);
                }
            }
        }
    }

    private static void logGradient(double[] y, double[] dy, double[] dx, int rows, int columns, int inner) {
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inner; k++) {
                int at = row * columns * inner + k;
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += dy[at + j * inner];
                }
                for (int j = 0; j < columns; j++) {
                    dx[at + j * inner] = dy[at + j * inner] - Math.exp(y[at + j * inner]) * sum;
                }
            }
        }
    }
}
