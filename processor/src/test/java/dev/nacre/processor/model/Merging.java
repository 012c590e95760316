package dev.nacre.processor.model;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/** The merging operations of {@link Arithmetic}, and those on the axes of one value. */
final class Merging {
    private Merging() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "subtract" ->
                map(call.array(), call.array(), call.array(), call.size() * call.size(), (a, b) -> a - b);
            case "negate" -> divideBy(call.array(), call.array(), call.size() * call.size(), -1);
            case "divide" -> map(call.array(), call.array(), call.array(), call.size() * call.size(), (a, b) -> a / b);
            case "divisorGradient" ->
                divisorGradient(call.array(), call.array(), call.array(), call.array(), call.size() * call.size());
            case "divideBy" -> divideBy(call.array(), call.array(), call.size() * call.size(), call.size());
            case "max" -> map(call.array(), call.array(), call.array(), call.size() * call.size(), Math::max);
            case "min" -> map(call.array(), call.array(), call.array(), call.size() * call.size(), Math::min);
            case "maxGradient" ->
                extremeGradient(call.array(), call.array(), call.array(), call.array(), call.size() * call.size(), 1);
            case "minGradient" ->
                extremeGradient(call.array(), call.array(), call.array(), call.array(), call.size() * call.size(), -1);
            case "dot" -> dot(call.array(), call.array(), call.array(), call.size(), call.size());
            case "dotGradient" -> dotGradient(call.array(), call.array(), call.array(), call.size(), call.size());
            case "cosine" -> cosine(call.array(), call.array(), call.array(), call.size(), call.size(), call.number());
            case "cosineGradient" ->
                cosineGradient(
                        call.array(),
                        call.array(),
                        call.array(),
                        call.array(),
                        call.size(),
                        call.size(),
                        call.number());
            case "outer" -> outer(call.array(), call.array(), call.array(), call.size(), call.size(), call.size());
            case "outerLeftGradient" ->
                outerLeft(call.array(), call.array(), call.array(), call.size(), call.size(), call.size());
            case "outerRightGradient" ->
                outerRight(call.array(), call.array(), call.array(), call.size(), call.size(), call.size());
            case "swapAxes" -> swap(call.array(), call.array(), call.size(), call.size(), call.size(), call.size());
            case "repeat" -> repeat(call.array(), call.array(), call.size(), call.size(), call.size(), false);
            case "repeatGradient" -> repeat(call.array(), call.array(), call.size(), call.size(), call.size(), true);
            case "slice" -> slice(call.array(), call.array(), call, false);
            case "sliceGradient" -> slice(call.array(), call.array(), call, true);
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static void map(double[] a, double[] b, double[] y, int count, DoubleBinaryOperator function) {
        for (int i = 0; i < count; i++) {
            y[i] = function.applyAsDouble(a[i], b[i]);
        }
    }

    private static void divideBy(double[] x, double[] y, int count, int divisor) {
        for (int i = 0; i < count; i++) {
            y[i] = x[i] / divisor;
        }
    }

    private static void divisorGradient(double[] b, double[] y, double[] dy, double[] db, int count) {
        for (int i = 0; i < count; i++) {
            db[i] = -dy[i] * y[i] / b[i];
        }
    }

    private static void extremeGradient(double[] a, double[] b, double[] dy, double[] da, int count, int sign) {
        for (int i = 0; i < count; i++) {
            da[i] = dy[i] * (1 + sign * Math.signum(a[i] - b[i])) / 2;
        }
    }

    private static void dot(double[] a, double[] b, double[] y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            y[r] = 0;
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                y[r] += a[i] * b[i];
            }
        }
    }

    private static void dotGradient(double[] b, double[] dy, double[] da, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            da[i] = dy[i / columns] * b[i];
        }
    }

    private static double[] lengths(double[] x, int rows, int columns) {
        double[] lengths = new double[rows];
        dot(x, x, lengths, rows, columns);
        for (int r = 0; r < rows; r++) {
            lengths[r] = Math.sqrt(lengths[r]);
        }
        return lengths;
    }

    private static void cosine(double[] a, double[] b, double[] y, int rows, int columns, double epsilon) {
        double[] lengthsA = lengths(a, rows, columns);
        double[] lengthsB = lengths(b, rows, columns);
        dot(a, b, y, rows, columns);
        for (int r = 0; r < rows; r++) {
            y[r] /= Math.max(lengthsA[r], epsilon) * Math.max(lengthsB[r], epsilon);
        }
    }

    private static void cosineGradient(
            double[] a, double[] b, double[] dy, double[] da, int rows, int columns, double epsilon) {
        double[] lengthsA = lengths(a, rows, columns);
        double[] lengthsB = lengths(b, rows, columns);
        double[] y = new double[rows];
        cosine(a, b, y, rows, columns, epsilon);
        for (int i = 0; i < rows * columns; i++) {
            int r = i / columns;
            double direct = b[i] / (Math.max(lengthsA[r], epsilon) * Math.max(lengthsB[r], epsilon));
            double turned = lengthsA[r] > epsilon ? y[r] * a[i] / (lengthsA[r] * lengthsA[r]) : 0;
            da[i] = dy[r] * (direct - turned);
        }
    }

    private static void outer(double[] a, double[] b, double[] y, int rows, int left, int right) {
        for (int i = 0; i < rows * left * right; i++) {
            y[i] = a[i / right] * b[i / right / left * right + i % right];
        }
    }

    private static void outerLeft(double[] dy, double[] b, double[] da, int rows, int left, int right) {
        for (int i = 0; i < rows * left; i++) {
            da[i] = 0;
            for (int j = 0; j < right; j++) {
                da[i] += dy[i * right + j] * b[i / left * right + j];
            }
        }
    }

    private static void outerRight(double[] dy, double[] a, double[] db, int rows, int left, int right) {
        for (int j = 0; j < rows * right; j++) {
            db[j] = 0;
            for (int i = 0; i < left; i++) {
                db[j] += dy[(j / right * left + i) * right + j % right] * a[j / right * left + i];
            }
        }
    }

    private static void swap(double[] x, double[] y, int rows, int first, int second, int inner) {
        int at = 0;
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < first; i++) {
                for (int j = 0; j < second; j++) {
                    for (int k = 0; k < inner; k++) {
                        y[((r * second + j) * first + i) * inner + k] = x[at++];
                    }
                }
            }
        }
    }

    private static void slice(double[] source, double[] target, Arithmetic call, boolean backward) {
        int rows = call.size();
        int size = call.size();
        int inner = call.size();
        int from = call.size();
        int step = call.size();
        int count = call.size();
        if (backward) {
            Arrays.fill(target, 0);
        }
        for (int i = 0; i < rows * count * inner; i++) {
            int position = from + i / inner % count * step;
            int whole = (i / inner / count * size + position) * inner + i % inner;
            target[backward ? whole : i] = source[backward ? i : whole];
        }
    }

    private static void repeat(double[] source, double[] target, int rows, int times, int inner, boolean backward) {
        Arrays.fill(target, 0);
        for (int wide = 0; wide < rows * times * inner; wide++) {
            int narrow = wide / inner / times * inner + wide % inner;
            target[backward ? narrow : wide] += source[backward ? wide : narrow];
        }
    }
}
