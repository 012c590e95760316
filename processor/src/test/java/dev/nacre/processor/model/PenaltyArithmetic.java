package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** The penalties of {@link Arithmetic}. */
final class PenaltyArithmetic {
    private PenaltyArithmetic() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "l1Penalty", "l2Penalty" -> {
                return OptionalDouble.of(value(call.array(), call.size(), call.number(), operation.startsWith("l1")));
            }
            case "l1PenaltyGradient", "l2PenaltyGradient" ->
                gradient(
                        call.array(),
                        call.array(),
                        call.size(),
                        call.number(),
                        call.flag(),
                        operation.startsWith("l1"));
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static double value(double[] w, int elements, double strength, boolean magnitudes) {
        double sum = 0;
        for (int i = 0; i < elements; i++) {
            sum += magnitudes ? Math.abs(w[i]) : w[i] * w[i];
        }
        return strength * sum;
    }

    private static void gradient(
            double[] w, double[] dw, int elements, double strength, boolean add, boolean magnitudes) {
        for (int i = 0; i < elements; i++) {
            double slope = magnitudes ? strength * Math.signum(w[i]) : 2 * strength * w[i];
            dw[i] = (add ? dw[i] : 0) + slope;
        }
    }
}
