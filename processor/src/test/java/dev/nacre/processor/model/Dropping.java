package dev.nacre.processor.model;

import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** The dropping operations of {@link Arithmetic}, and a fixed mask: what forward dropped, the gradient must find. */
final class Dropping {
    private static final double LIMIT = -1.7580993408473766;

    private Dropping() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "alphaDropout" -> alpha(call.array(), call.array(), call.size() * call.size(), call.take(), true);
            case "alphaDropoutGradient" ->
                alpha(call.array(), call.array(), call.size() * call.size(), call.take(), false);
            case "dropBlock" -> block(call.array(), call.array(), call.size(), call.size(), call.take());
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    /** A fixed choice for each decision: elements of one column of the noise, and of one sample, have one. */
    static boolean keeps(Operand.Dropout dropout, int element) {
        Noise noise = dropout.noise();
        int elements = noise.sample().elements();
        int rest = element % elements;
        int decision = 0;
        int stride = 1;
        for (int axis = noise.sizes().size() - 1; axis >= 0; axis--) {
            int index = rest % noise.sample().sizes().get(axis);
            rest /= noise.sample().sizes().get(axis);
            decision += (noise.sizes().get(axis) == 1 ? 0 : index) * stride;
            stride *= noise.sizes().get(axis);
        }
        decision += noise.acrossBatch() ? 0 : element / elements * stride;
        return new SplittableRandom(31L * dropout.name().hashCode() + decision).nextDouble() >= dropout.p();
    }

    private static void alpha(double[] x, double[] y, int count, Object mask, boolean forward) {
        for (int i = 0; i < count; i++) {
            if (!(mask instanceof Operand.Dropout dropout)) {
                y[i] = x[i];
                continue;
            }
            double p = dropout.p();
            double a = Math.pow((1 - p) * (1 + p * LIMIT * LIMIT), -0.5);
            double b = forward ? -a * p * LIMIT : 0;
            y[i] = keeps(dropout, i) ? a * x[i] + b : forward ? a * LIMIT + b : 0;
        }
    }

    /** With elements for squares: here the gradient is proven, not which elements are dropped. */
    private static void block(double[] x, double[] y, int rows, int columns, Object mask) {
        for (int n = 0; n < rows; n++) {
            double kept = 0;
            for (int i = n * columns; i < (n + 1) * columns; i++) {
                kept += !(mask instanceof Operand.Dropout dropout) || keeps(dropout, i) ? 1 : 0;
            }
            for (int i = n * columns; i < (n + 1) * columns; i++) {
                boolean keeps = !(mask instanceof Operand.Dropout dropout) || keeps(dropout, i);
                y[i] = keeps ? x[i] * columns / kept : 0;
            }
        }
    }
}
