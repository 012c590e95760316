package dev.nacre.processor.model;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The operations of the runtime's {@code Kernels} in double precision, written for being right and nothing else. */
final class Arithmetic {
    private static final List<Family> FAMILIES = List.of(
            Convolving::run,
            Pooling::run,
            Normalisation::run,
            ChannelNormalisation::run,
            Softening::run,
            Rectification::run,
            Noising::run,
            Connecting::run,
            Dropping::run,
            KeptArithmetic::run,
            RowNormalisation::run,
            Merging::run,
            PenaltyArithmetic::run,
            Encodings::run,
            Losses::run);

    private final List<Object> arguments;
    private int next;

    private Arithmetic(List<Object> arguments) {
        this.arguments = arguments;
    }

    /** @return what the operation returns, 0 for nothing */
    static double run(String operation, List<Object> arguments) {
        Arithmetic call = new Arithmetic(arguments);
        double result = call.dispatch(operation);
        if (call.next != arguments.size()) {
            throw new IllegalArgumentException(operation + " has too many operands: " + arguments);
        }
        return result;
    }

    private double dispatch(String operation) {
        switch (operation) {
            case "dense" -> dense(array(), array(), array(), array(), size(), size(), size(), function(), take());
            case "denseInputGradient" -> denseInputGradient();
            case "denseWeightGradient" -> denseWeightGradient();
            case "columnSum" -> columnSum(array(), array(), size(), size(), flag());
            case "activate" -> activate(array(), array(), size() * size(), function(), take());
            case "activateGradient" -> activateGradient(array(), array(), array(), size() * size(), function(), take());
            case "crossEntropy" -> {
                return crossEntropy(array(), classes(), array(), size(), size());
            }
            case "crossEntropyGradient" -> crossEntropyGradient(array(), classes(), array(), size(), size(), number());
            case "squaredError" -> {
                return squaredError(array(), array(), size() * size());
            }
            case "squaredErrorGradient" -> squaredErrorGradient(array(), array(), array(), size() * size(), number());
            case "add" -> sum(array(), array(), array(), size() * size());
            case "multiply" -> multiply(array(), array(), array(), size() * size());
            case "scatterColumns" -> scatter(array(), array(), size(), size(), size(), size());
            case "gatherColumns" -> gather(array(), array(), size(), size(), size(), size());
            default -> {
                return family(operation);
            }
        }
        return 0;
    }

    /** Operations with a file of their own. */
    private double family(String operation) {
        for (Family family : FAMILIES) {
            OptionalDouble result = family.run(operation, this);
            if (result.isPresent()) {
                return result.getAsDouble();
            }
        }
        throw new IllegalArgumentException("no operation " + operation);
    }

    /** Some operations that belong together. */
    interface Family {
        /** @return what the operation returns, 0 for nothing; empty if it is of another family, and then nothing was taken */
        OptionalDouble run(String operation, Arithmetic call);
    }

    Object take() {
        return arguments.get(next++);
    }

    double[] array() {
        return (double[]) take();
    }

    int size() {
        return (Integer) take();
    }

    double number() {
        return (Double) take();
    }

    boolean flag() {
        return (Boolean) take();
    }

    Operand.Statistics statistics() {
        return (Operand.Statistics) take();
    }

    int[] classes() {
        return (int[]) take();
    }

    String text() {
        return (String) take();
    }

    Operand.Function function() {
        return (Operand.Function) take();
    }

    /** Whether the next operand is an array; none is left after the last. */
    boolean hasArray() {
        return next < arguments.size() && arguments.get(next) instanceof double[];
    }

    /** Whether a function follows that an operation can do without. */
    boolean endsInFunction() {
        return next < arguments.size() && arguments.get(next) instanceof Operand.Function;
    }

    /** A last size that an operation can do without. */
    int sizeOr(int missing) {
        return next < arguments.size() ? size() : missing;
    }

    static void dense(
            double[] x,
            double[] w,
            double[] b,
            double[] y,
            int rows,
            int in,
            int out,
            Operand.Function f,
            Object mask) {
        double[] z = new double[rows * out];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < out; j++) {
                double sum = b == null ? 0 : b[j];
                for (int k = 0; k < in; k++) {
                    sum += x[i * in + k] * w[j * in + k];
                }
                z[i * out + j] = sum;
            }
        }
        activate(z, y, rows * out, f, mask);
    }

    /** And the gradient of an activation behind it, where there is one. */
    private void denseInputGradient() {
        double[] dy = array();
        double[] w = array();
        double[] dx = array();
        int rows = size();
        int in = size();
        denseInputGradient(dy, w, dx, rows, in, size());
        if (next < arguments.size()) {
            activateGradient(array(), dx.clone(), dx, rows * in, function(), take());
        }
    }

    /** And the gradient of the bias, where there is one. */
    private void denseWeightGradient() {
        double[] dy = array();
        double[] x = array();
        double[] dw = array();
        double[] db = arguments.get(3) instanceof double[] ? array() : null;
        int rows = size();
        int in = size();
        int out = size();
        denseWeightGradient(dy, x, dw, rows, in, out, flag());
        if (db != null) {
            columnSum(dy, db, rows, out, flag());
        }
    }

    static void denseInputGradient(double[] dy, double[] w, double[] dx, int rows, int in, int out) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < in; k++) {
                double sum = 0;
                for (int j = 0; j < out; j++) {
                    sum += dy[i * out + j] * w[j * in + k];
                }
                dx[i * in + k] = sum;
            }
        }
    }

    static void denseWeightGradient(double[] dy, double[] x, double[] dw, int rows, int in, int out, boolean add) {
        for (int j = 0; j < out; j++) {
            for (int k = 0; k < in; k++) {
                double sum = add ? dw[j * in + k] : 0;
                for (int i = 0; i < rows; i++) {
                    sum += dy[i * out + j] * x[i * in + k];
                }
                dw[j * in + k] = sum;
            }
        }
    }

    static void columnSum(double[] x, double[] s, int rows, int columns, boolean add) {
        for (int j = 0; j < columns; j++) {
            double sum = add ? s[j] : 0;
            for (int i = 0; i < rows; i++) {
                sum += x[i * columns + j];
            }
            s[j] = sum;
        }
    }

    /** @return what an element is multiplied with: 1, or a fixed mask's choice */
    private static double scale(Object mask, int element) {
        if (mask instanceof Operand.Dropout dropout) {
            return Dropping.keeps(dropout, element) ? dropout.atEvaluation() ? 1 : 1 / (1 - dropout.p()) : 0;
        }
        return 1;
    }

    /** And a function of it, where there is one. */
    private void sum(double[] a, double[] b, double[] y, int count) {
        add(a, b, y, count);
        if (endsInFunction()) {
            activate(y.clone(), y, count, function(), null);
        }
    }

    static void activate(double[] x, double[] y, int count, Operand.Function f, Object mask) {
        for (int i = 0; i < count; i++) {
            double scale = scale(mask, i);
            y[i] = scale == 0 ? 0 : scale * Functions.value(f, x[i]);
        }
    }

    static void activateGradient(double[] v, double[] dy, double[] dx, int count, Operand.Function f, Object mask) {
        for (int i = 0; i < count; i++) {
            double scale = scale(mask, i);
            dx[i] = scale == 0
                    ? 0
                    : scale * dy[i] * Functions.derivative(f, Functions.byInput(f) ? v[i] : v[i] / scale);
        }
    }

    private static double crossEntropy(double[] x, int[] labels, double[] probabilities, int rows, int classes) {
        Softening.softmax(x, probabilities, rows, classes, 1, 1);
        double total = 0;
        int counted = 0;
        for (int i = 0; i < rows; i++) {
            if (labels[i] == -100) {
                continue;
            }
            counted++;
            double max = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < classes; j++) {
                max = Math.max(max, x[i * classes + j]);
            }
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                sum += Math.exp(x[i * classes + j] - max);
            }
            total += Math.log(sum) + max - x[i * classes + labels[i]];
        }
        return total / counted;
    }

    private static void crossEntropyGradient(
            double[] probabilities, int[] labels, double[] dx, int rows, int classes, double weight) {
        long counted = Arrays.stream(labels).filter(label -> label != -100).count();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < classes; j++) {
                double difference = probabilities[i * classes + j] - (labels[i] == j ? 1 : 0);
                dx[i * classes + j] = labels[i] == -100 ? 0 : weight / counted * difference;
            }
        }
    }

    private static double squaredError(double[] x, double[] target, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (x[i] - target[i]) * (x[i] - target[i]);
        }
        return sum / count;
    }

    private static void squaredErrorGradient(double[] x, double[] target, double[] dx, int count, double weight) {
        for (int i = 0; i < count; i++) {
            dx[i] = weight * 2 / count * (x[i] - target[i]);
        }
    }

    private static void add(double[] a, double[] b, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = a[i] + b[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = a[i] * b[i];
        }
    }

    private static void scatter(double[] x, double[] y, int rows, int columns, int yColumns, int offset) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x, i * columns, y, i * yColumns + offset, columns);
        }
    }

    private static void gather(double[] y, double[] x, int rows, int columns, int yColumns, int offset) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(y, i * yColumns + offset, x, i * columns, columns);
        }
    }
}
