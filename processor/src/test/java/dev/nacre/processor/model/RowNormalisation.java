package dev.nacre.processor.model;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Layer normalisation and its kin in {@link Arithmetic}: each row by itself. */
final class RowNormalisation {
    private RowNormalisation() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "layerNorm" ->
                forward(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.number(),
                        true);
            case "rmsNorm" ->
                forward(call.array(), call.array(), call.array(), null, call.size(), call.size(), call.number(), false);
            case "layerNormGradient" ->
                gradient(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.number(),
                        true);
            case "rmsNormGradient" ->
                gradient(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.number(),
                        false);
            case "layerNormWeightGradient" ->
                weightGradient(call.array(), call.array(), call.array(), call.array(), call, true);
            case "rmsNormWeightGradient" -> weightGradient(call.array(), call.array(), call.array(), null, call, false);
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    /** One row, normalised; behind it the factor by which it became so. */
    private static double[] normal(double[] x, int row, int columns, double epsilon, boolean centred) {
        double[] values = Arrays.copyOfRange(x, row * columns, (row + 1) * columns);
        double mean = centred ? mean(values) : 0;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double factor = 1 / Math.sqrt(squares / columns + epsilon);
        double[] normal = new double[columns + 1];
        for (int i = 0; i < columns; i++) {
            normal[i] = (values[i] - mean) * factor;
        }
        normal[columns] = factor;
        return normal;
    }

    private static void forward(
            double[] x,
            double[] y,
            double[] weight,
            double[] bias,
            int rows,
            int columns,
            double epsilon,
            boolean centred) {
        for (int row = 0; row < rows; row++) {
            double[] normal = normal(x, row, columns, epsilon, centred);
            for (int i = 0; i < columns; i++) {
                y[row * columns + i] = normal[i] * (weight == null ? 1 : weight[i]) + (bias == null ? 0 : bias[i]);
            }
        }
    }

    private static void gradient(
            double[] x,
            double[] dy,
            double[] dx,
            double[] weight,
            int rows,
            int columns,
            double epsilon,
            boolean centred) {
        for (int row = 0; row < rows; row++) {
            double[] normal = normal(x, row, columns, epsilon, centred);
            double[] up = new double[columns];
            double[] products = new double[columns];
            for (int i = 0; i < columns; i++) {
                up[i] = dy[row * columns + i] * (weight == null ? 1 : weight[i]);
                products[i] = up[i] * normal[i];
            }
            for (int i = 0; i < columns; i++) {
                double left = up[i] - (centred ? mean(up) : 0) - normal[i] * mean(products);
                dx[row * columns + i] = left * normal[columns];
            }
        }
    }

    private static void weightGradient(
            double[] x, double[] dy, double[] dw, double[] db, Arithmetic call, boolean centred) {
        int rows = call.size();
        int columns = call.size();
        double epsilon = call.number();
        boolean add = call.flag();
        for (int i = 0; i < columns; i++) {
            dw[i] = add ? dw[i] : 0;
            if (db != null) {
                db[i] = add ? db[i] : 0;
            }
            for (int row = 0; row < rows; row++) {
                dw[i] += dy[row * columns + i] * normal(x, row, columns, epsilon, centred)[i];
                if (db != null) {
                    db[i] += dy[row * columns + i];
                }
            }
        }
    }
}
