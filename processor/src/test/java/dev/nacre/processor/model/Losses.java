package dev.nacre.processor.model;

import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/** The losses of {@link Arithmetic}, but for the two without options: each as its textbook has it. */
final class Losses {
    private final Arithmetic call;

    private Losses(Arithmetic call) {
        this.call = call;
    }

    static OptionalDouble run(String operation, Arithmetic call) {
        Losses losses = new Losses(call);
        switch (operation) {
            case "weightedSquaredError" -> {
                return losses.elements((x, t) -> (x - t) * (x - t));
            }
            case "weightedSquaredErrorGradient" -> losses.slopes((x, t) -> 2 * (x - t));
            case "absoluteError" -> {
                return losses.elements((x, t) -> Math.abs(x - t));
            }
            case "absoluteErrorGradient" -> losses.slopes((x, t) -> x > t ? 1 : -1);
            case "huber" -> {
                return losses.elements(Losses::huber);
            }
            case "huberGradient" -> losses.slopes((x, t, delta) -> Math.max(-delta, Math.min(delta, x - t)));
            case "smoothL1" -> {
                return losses.elements((x, t, beta) -> huber(x, t, beta) / beta);
            }
            case "smoothL1Gradient" -> losses.slopes((x, t, beta) -> Math.max(-beta, Math.min(beta, x - t)) / beta);
            case "divergence" -> {
                return losses.elements(
                        (boolean log) -> log ? (x, t) -> Math.exp(t) * (t - x) : (x, t) -> t * (Math.log(t) - x));
            }
            case "divergenceGradient" -> losses.slopes((boolean log) -> log ? (x, t) -> -Math.exp(t) : (x, t) -> -t);
            case "poisson" -> {
                return losses.poisson();
            }
            case "poissonGradient" -> losses.poissonGradient();
            case "softMargin" -> {
                return losses.elements((x, t) -> Math.log(1 + Math.exp(-x * t)));
            }
            case "softMarginGradient" -> losses.slopes((x, t) -> -t / (1 + Math.exp(x * t)));
            case "binaryCrossEntropy" -> {
                return losses.binary(
                        (x, t, w) -> w * t * Math.log(1 + Math.exp(-x)) + (1 - t) * Math.log(1 + Math.exp(x)));
            }
            case "binaryCrossEntropyGradient" ->
                losses.binaryGradient((x, t, w) -> (1 - t) / (1 + Math.exp(-x)) - w * t / (1 + Math.exp(x)));
            case "binaryCrossEntropyOfProbabilities" -> {
                return losses.binary((x, t, w) -> -w * t * Math.log(x) - (1 - t) * Math.log(1 - x));
            }
            case "binaryCrossEntropyOfProbabilitiesGradient" ->
                losses.binaryGradient((x, t, w) -> -w * t / x + (1 - t) / (1 - x));
            default -> {
                return ClassLosses.run(operation, call);
            }
        }
        return OptionalDouble.of(0);
    }

    private static double huber(double x, double t, double delta) {
        double d = Math.abs(x - t);
        return d <= delta ? d * d / 2 : delta * d - delta * delta / 2;
    }

    interface Parametric {
        double of(double x, double t, double parameter);
    }

    interface Choice {
        DoubleBinaryOperator of(boolean flag);
    }

    static double divisor(String reduction, int rows, double mean) {
        return switch (reduction) {
            case "MEAN" -> mean;
            case "BATCH_MEAN" -> rows;
            default -> 1;
        };
    }

    static double weight(double[] weights, int row) {
        return weights == null ? 1 : weights[row];
    }

    private OptionalDouble elements(DoubleBinaryOperator term) {
        return sum(call.array(), call.array(), call.array(), call.size(), call.size(), term, call.text());
    }

    private OptionalDouble elements(Parametric term) {
        double[] x = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        int rows = call.size();
        int columns = call.size();
        double parameter = call.number();
        return sum(x, t, weights, rows, columns, (a, b) -> term.of(a, b, parameter), call.text());
    }

    private OptionalDouble elements(Choice choice) {
        double[] x = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        int rows = call.size();
        int columns = call.size();
        return sum(x, t, weights, rows, columns, choice.of(call.flag()), call.text());
    }

    private static OptionalDouble sum(
            double[] x,
            double[] t,
            double[] weights,
            int rows,
            int columns,
            DoubleBinaryOperator term,
            String reduction) {
        double sum = 0;
        for (int i = 0; i < rows * columns; i++) {
            sum += weight(weights, i / columns) * term.applyAsDouble(x[i], t[i]);
        }
        return OptionalDouble.of(sum / divisor(reduction, rows, rows * columns));
    }

    private void slopes(DoubleBinaryOperator slope) {
        fill(
                call.array(),
                call.array(),
                call.array(),
                call.array(),
                call.size(),
                call.size(),
                slope,
                call.text(),
                call.number());
    }

    private void slopes(Parametric slope) {
        double[] x = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        double[] dx = call.array();
        int rows = call.size();
        int columns = call.size();
        double parameter = call.number();
        fill(x, t, weights, dx, rows, columns, (a, b) -> slope.of(a, b, parameter), call.text(), call.number());
    }

    private void slopes(Choice choice) {
        double[] x = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        double[] dx = call.array();
        int rows = call.size();
        int columns = call.size();
        fill(x, t, weights, dx, rows, columns, choice.of(call.flag()), call.text(), call.number());
    }

    private static void fill(
            double[] x,
            double[] t,
            double[] weights,
            double[] dx,
            int rows,
            int columns,
            DoubleBinaryOperator slope,
            String reduction,
            double weight) {
        for (int i = 0; i < rows * columns; i++) {
            dx[i] = weight
                    * weight(weights, i / columns)
                    * slope.applyAsDouble(x[i], t[i])
                    / divisor(reduction, rows, rows * columns);
        }
    }

    private OptionalDouble poisson() {
        double[] x = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        int rows = call.size();
        int columns = call.size();
        double epsilon = call.number();
        boolean log = call.flag();
        boolean full = call.flag();
        return sum(
                x,
                t,
                weights,
                rows,
                columns,
                (a, b) -> (log ? Math.exp(a) - b * a : a - b * Math.log(a + epsilon))
                        + (full && b > 1 ? b * Math.log(b) - b + Math.log(2 * Math.PI * b) / 2 : 0),
                call.text());
    }

    private void poissonGradient() {
        double[] x = call.array();
        double[] t = call.array();
        double[] weights = call.array();
        double[] dx = call.array();
        int rows = call.size();
        int columns = call.size();
        double epsilon = call.number();
        boolean log = call.flag();
        fill(
                x,
                t,
                weights,
                dx,
                rows,
                columns,
                (a, b) -> log ? Math.exp(a) - b : 1 - b / (a + epsilon),
                call.text(),
                call.number());
    }

    private OptionalDouble binary(Parametric term) {
        double[] x = call.array();
        double[] t = call.array();
        double[] positive = call.array();
        double[] weights = call.array();
        int rows = call.size();
        int columns = call.size();
        double sum = 0;
        for (int i = 0; i < rows * columns; i++) {
            double w = positive == null ? 1 : positive[i % columns % positive.length];
            sum += weight(weights, i / columns) * term.of(x[i], t[i], w);
        }
        return OptionalDouble.of(sum / divisor(call.text(), rows, rows * columns));
    }

    private void binaryGradient(Parametric slope) {
        double[] x = call.array();
        double[] t = call.array();
        double[] positive = call.array();
        double[] weights = call.array();
        double[] dx = call.array();
        int rows = call.size();
        int columns = call.size();
        double factor = 1 / divisor(call.text(), rows, rows * columns) * call.number();
        for (int i = 0; i < rows * columns; i++) {
            double w = positive == null ? 1 : positive[i % columns % positive.length];
            dx[i] = factor * weight(weights, i / columns) * slope.of(x[i], t[i], w);
        }
    }
}
