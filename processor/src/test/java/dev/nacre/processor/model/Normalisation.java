package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** The normalising operations of {@link Arithmetic}. */
final class Normalisation {
    private Normalisation() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "batchNorm" -> {
                double[] x = call.array();
                double[] y = call.array();
                batchNorm(
                        x,
                        y,
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.statistics(),
                        call.size(),
                        call.flag());
                Arithmetic.activate(y.clone(), y, y.length, call.function(), call.take());
            }
            case "batchNormGradient" ->
                batchNormGradient(
                        call.array(), call.array(), call.array(), call.array(), call.statistics(), call.size());
            case "batchNormWeightGradient" ->
                batchNormWeightGradient(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.statistics(),
                        call.size(),
                        call.flag());
            case "accumulateStatistics" ->
                accumulate(
                        call.array(), call.array(), call.array(), call.array(), call.size(), call.size(), call.size());
            case "standardize" ->
                standardize(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.size(),
                        call.number());
            case "standardizeGradient" ->
                standardizeGradient(
                        call.array(), call.array(), call.array(), call.size(), call.size(), call.size(), call.number());
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    /** The elements of one feature, gathered. */
    private static double[] feature(double[] x, int feature, int rows, int features, int inner) {
        double[] values = new double[rows * inner];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x, (i * features + feature) * inner, values, i * inner, inner);
        }
        return values;
    }

    private static void scatter(double[] values, double[] y, int feature, int rows, int features, int inner) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * inner, y, (i * features + feature) * inner, inner);
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    private static void batchNorm(
            double[] x,
            double[] y,
            double[] weight,
            double[] bias,
            double[] runningMean,
            double[] runningVariance,
            Operand.Statistics statistics,
            int rows,
            boolean training) {
        int features = statistics.features();
        int inner = statistics.inner();
        for (int f = 0; f < features; f++) {
            double[] values = feature(x, f, rows, features, inner);
            double mean = training ? mean(values) : runningMean[f];
            double variance = training ? variance(values, mean) : runningVariance[f];
            for (int i = 0; i < values.length; i++) {
                double normal = (values[i] - mean) / Math.sqrt(variance + statistics.epsilon());
                values[i] = normal * (weight == null ? 1 : weight[f]) + (bias == null ? 0 : bias[f]);
            }
            scatter(values, y, f, rows, features, inner);
            if (training) {
                double momentum = statistics.momentum();
                double unbiased = variance * values.length / (values.length - 1);
                runningMean[f] = (1 - momentum) * runningMean[f] + momentum * mean;
                runningVariance[f] = (1 - momentum) * runningVariance[f] + momentum * unbiased;
            }
        }
    }

    private static void batchNormGradient(
            double[] x, double[] dy, double[] dx, double[] weight, Operand.Statistics statistics, int rows) {
        int features = statistics.features();
        int inner = statistics.inner();
        for (int f = 0; f < features; f++) {
            double[] normal = normal(feature(x, f, rows, features, inner), statistics.epsilon());
            double inverse = inverseDeviation(feature(x, f, rows, features, inner), statistics.epsilon());
            double[] values = feature(dy, f, rows, features, inner);
            double meanOfDy = mean(values);
            double meanOfProduct = 0;
            for (int i = 0; i < values.length; i++) {
                meanOfProduct += values[i] * normal[i] / values.length;
            }
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        (weight == null ? 1 : weight[f]) * inverse * (values[i] - meanOfDy - normal[i] * meanOfProduct);
            }
            scatter(values, dx, f, rows, features, inner);
        }
    }

    private static double inverseDeviation(double[] values, double epsilon) {
        return 1 / Math.sqrt(variance(values, mean(values)) + epsilon);
    }

    private static double[] normal(double[] values, double epsilon) {
        double mean = mean(values);
        double inverse = inverseDeviation(values, epsilon);
        double[] normal = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            normal[i] = (values[i] - mean) * inverse;
        }
        return normal;
    }

    private static void batchNormWeightGradient(
            double[] x, double[] dy, double[] dw, double[] db, Operand.Statistics statistics, int rows, boolean add) {
        int features = statistics.features();
        int inner = statistics.inner();
        for (int f = 0; f < features; f++) {
            double[] normal = normal(feature(x, f, rows, features, inner), statistics.epsilon());
            double[] values = feature(dy, f, rows, features, inner);
            double weight = add ? dw[f] : 0;
            double bias = add ? db[f] : 0;
            for (int i = 0; i < values.length; i++) {
                weight += values[i] * normal[i];
                bias += values[i];
            }
            dw[f] = weight;
            db[f] = bias;
        }
    }

    /** What has been seen, told by mean, variance and count, and the new rows: by the sums over both. NaN is not seen. */
    private static void accumulate(
            double[] x, double[] mean, double[] variance, double[] count, int rows, int features, int inner) {
        for (int f = 0; f < features; f++) {
            double sum = count[f] * mean[f];
            double squares = count[f] == 0 ? 0 : count[f] * (variance[f] + mean[f] * mean[f]);
            for (double value : feature(x, f, rows, features, inner)) {
                if (!Double.isNaN(value)) {
                    sum += value;
                    squares += value * value;
                    count[f]++;
                }
            }
            if (count[f] > 0) {
                mean[f] = sum / count[f];
                variance[f] = squares / count[f] - mean[f] * mean[f];
            }
        }
    }

    private static void standardize(
            double[] x,
            double[] y,
            double[] mean,
            double[] variance,
            int rows,
            int features,
            int inner,
            double epsilon) {
        for (int f = 0; f < features; f++) {
            double[] values = feature(x, f, rows, features, inner);
            for (int i = 0; i < values.length; i++) {
                values[i] = (values[i] - mean[f]) / Math.sqrt(variance[f] + epsilon);
            }
            scatter(values, y, f, rows, features, inner);
        }
    }

    private static void standardizeGradient(
            double[] dy, double[] dx, double[] variance, int rows, int features, int inner, double epsilon) {
        for (int f = 0; f < features; f++) {
            double[] values = feature(dy, f, rows, features, inner);
            for (int i = 0; i < values.length; i++) {
                values[i] /= Math.sqrt(variance[f] + epsilon);
            }
            scatter(values, dx, f, rows, features, inner);
        }
    }
}
