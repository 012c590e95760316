package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** The losses of {@link Arithmetic} on several predictions. */
final class EmbeddingLosses {
    private EmbeddingLosses() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "cosineEmbedding", "contrastive" -> {
                return OptionalDouble.of(pair(operation, call));
            }
            case "cosineEmbeddingGradient", "contrastiveGradient" ->
                pairGradient(operation.replace("Gradient", ""), call);
            case "triplet" -> {
                return OptionalDouble.of(triplet(call));
            }
            case "tripletGradient" -> tripletGradient(call);
            case "gaussian" -> {
                return OptionalDouble.of(gaussian(call));
            }
            case "gaussianGradient" -> gaussianGradient(call);
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static double[] row(double[] values, int row, int columns) {
        return java.util.Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double distance(double[] a, double[] b, double p, double epsilon) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow(Math.abs(a[i] - b[i] + epsilon), p);
        }
        return Math.pow(sum, 1 / p);
    }

    private static double pair(String operation, Arithmetic call) {
        double[] a = call.array();
        double[] b = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        int rows = call.size();
        int columns = call.size();
        double margin = call.number();
        double sum = 0;
        for (int n = 0; n < rows; n++) {
            double[] x = row(a, n, columns);
            double[] y = row(b, n, columns);
            double loss;
            if (operation.equals("contrastive")) {
                double d = distance(x, y, 2, 0);
                loss = (1 - t[n]) * d * d / 2 + t[n] * Math.pow(Math.max(0, margin - d), 2) / 2;
            } else {
                double cosine = dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
                loss = t[n] > 0 ? 1 - cosine : Math.max(0, cosine - margin);
            }
            sum += Losses.weight(weights, n) * loss;
        }
        return sum / Losses.divisor(call.text(), rows, rows);
    }

    private static void pairGradient(String operation, Arithmetic call) {
        double[] a = call.array();
        double[] b = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        double[] da = call.array();
        double[] db = call.array();
        int rows = call.size();
        int columns = call.size();
        double margin = call.number();
        double factor = 1 / Losses.divisor(call.text(), rows, rows) * call.number();
        for (int n = 0; n < rows; n++) {
            double[] x = row(a, n, columns);
            double[] y = row(b, n, columns);
            double f = factor * Losses.weight(weights, n);
            double cosine = dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
            double d = distance(x, y, 2, 0);
            for (int i = 0; i < columns; i++) {
                int at = n * columns + i;
                if (operation.equals("contrastive")) {
                    double slope = (1 - t[n]) - t[n] * Math.max(0, margin - d) / d;
                    da[at] = f * slope * (x[i] - y[i]);
                    db[at] = -da[at];
                } else {
                    double slope = t[n] > 0 ? -1 : cosine > margin ? 1 : 0;
                    double lengths = Math.sqrt(dot(x, x) * dot(y, y));
                    da[at] = f * slope * (y[i] / lengths - cosine * x[i] / dot(x, x));
                    db[at] = f * slope * (x[i] / lengths - cosine * y[i] / dot(y, y));
                }
            }
        }
    }

    private static double triplet(Arithmetic call) {
        double[] a = call.array();
        double[] p = call.array();
        double[] n = call.array();
        double[] weights = call.array();
        int rows = call.size();
        int columns = call.size();
        double margin = call.number();
        double norm = call.number();
        double epsilon = call.number();
        boolean swap = call.flag();
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double near = distance(row(a, i, columns), row(p, i, columns), norm, epsilon);
            double far = distance(row(a, i, columns), row(n, i, columns), norm, epsilon);
            double across = distance(row(p, i, columns), row(n, i, columns), norm, epsilon);
            double loss = margin + near - (swap ? Math.min(far, across) : far);
            sum += Losses.weight(weights, i) * Math.max(0, loss);
        }
        return sum / Losses.divisor(call.text(), rows, rows);
    }

    private static void tripletGradient(Arithmetic call) {
        double[][] values = {call.array(), call.array(), call.array()};
        double[] weights = call.array();
        double[][] gradients = {call.array(), call.array(), call.array()};
        int rows = call.size();
        int columns = call.size();
        double margin = call.number();
        double norm = call.number();
        double epsilon = call.number();
        boolean swap = call.flag();
        double factor = 1 / Losses.divisor(call.text(), rows, rows) * call.number();
        for (double[] gradient : gradients) {
            java.util.Arrays.fill(gradient, 0);
        }
        for (int row = 0; row < rows; row++) {
            double[] a = row(values[0], row, columns);
            double[] p = row(values[1], row, columns);
            double[] n = row(values[2], row, columns);
            double near = distance(a, p, norm, epsilon);
            double far = distance(a, n, norm, epsilon);
            double across = distance(p, n, norm, epsilon);
            boolean swapped = swap && across < far;
            if (margin + near - (swapped ? across : far) > 0) {
                double f = factor * Losses.weight(weights, row);
                pull(gradients[0], gradients[1], a, p, row, norm, epsilon, near, f);
                pull(
                        gradients[swapped ? 1 : 0],
                        gradients[2],
                        swapped ? p : a,
                        n,
                        row,
                        norm,
                        epsilon,
                        swapped ? across : far,
                        -f);
            }
        }
    }

    private static void pull(
            double[] da,
            double[] db,
            double[] a,
            double[] b,
            int row,
            double norm,
            double epsilon,
            double distance,
            double factor) {
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i] + epsilon;
            double slope = Math.signum(d) * Math.pow(Math.abs(d), norm - 1) / Math.pow(distance, norm - 1);
            da[row * a.length + i] += factor * slope;
            db[row * a.length + i] -= factor * slope;
        }
    }

    private static double gaussian(Arithmetic call) {
        double[] mean = call.array();
        double[] variance = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        int rows = call.size();
        int columns = call.size();
        double epsilon = call.number();
        boolean full = call.flag();
        boolean log = call.flag();
        double sum = 0;
        for (int i = 0; i < rows * columns; i++) {
            double v = Math.max(epsilon, log ? Math.exp(variance[i]) : variance[i]);
            double d = mean[i] - t[i];
            sum += Losses.weight(weights, i / columns) * (Math.log(full ? 2 * Math.PI * v : v) + d * d / v) / 2;
        }
        return sum / Losses.divisor(call.text(), rows, rows * columns);
    }

    private static void gaussianGradient(Arithmetic call) {
        double[] mean = call.array();
        double[] variance = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        double[] dMean = call.array();
        double[] dVariance = call.array();
        int rows = call.size();
        int columns = call.size();
        double epsilon = call.number();
        boolean log = call.flag();
        double factor = 1 / Losses.divisor(call.text(), rows, rows * columns) * call.number();
        for (int i = 0; i < rows * columns; i++) {
            double v = Math.max(epsilon, log ? Math.exp(variance[i]) : variance[i]);
            double d = mean[i] - t[i];
            double f = factor * Losses.weight(weights, i / columns);
            dMean[i] = f * d / v;
            dVariance[i] = f * (1 / v - d * d / (v * v)) / 2 * (log ? v : 1);
        }
    }
}
