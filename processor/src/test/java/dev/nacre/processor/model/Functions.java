package dev.nacre.processor.model;

import java.util.Set;

/** The functions of the runtime's {@code Activation} in double precision, as their definitions say. */
final class Functions {
    private static final Set<String> BY_INPUT = Set.of(
            "GELU",
            "GELU_TANH",
            "SILU",
            "MISH",
            "softplus",
            "SOFTSIGN",
            "hardSigmoid",
            "HARD_SWISH",
            "hardTanh",
            "threshold",
            "TANHSHRINK",
            "LOG",
            "ABS",
            "SIN");

    private Functions() {}

    /** Whether the derivative is given the input, not the output. */
    static boolean byInput(Operand.Function f) {
        return BY_INPUT.contains(f.activation())
                || f.activation().equals("leakyRelu") && f.parameters().get(0) < 0;
    }

    private static double parameter(Operand.Function f, int index) {
        return f.parameters().get(index);
    }

    static double value(Operand.Function f, double x) {
        return switch (f.activation()) {
            case "IDENTITY" -> x;
            case "RELU" -> Math.max(x, 0);
            case "SIGMOID" -> sigmoid(x);
            case "TANH" -> Math.tanh(x);
            case "leakyRelu" -> x > 0 ? x : parameter(f, 0) * x;
            case "elu" -> x > 0 ? x : parameter(f, 0) * (Math.exp(x) - 1);
            case "selu" -> parameter(f, 1) * (x > 0 ? x : parameter(f, 0) * (Math.exp(x) - 1));
            case "celu" -> x > 0 ? x : parameter(f, 0) * (Math.exp(x / parameter(f, 0)) - 1);
            case "GELU" -> x * probability(x);
            case "GELU_TANH" -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
            case "SILU" -> x * sigmoid(x);
            case "MISH" -> x * Math.tanh(Math.log(1 + Math.exp(x)));
            case "softplus" ->
                parameter(f, 0) * x > parameter(f, 1)
                        ? x
                        : Math.log(1 + Math.exp(parameter(f, 0) * x)) / parameter(f, 0);
            case "SOFTSIGN" -> x / (1 + Math.abs(x));
            case "LOG_SIGMOID" -> Math.log(sigmoid(x));
            case "hardSigmoid" -> Math.min(Math.max(parameter(f, 0) * x + parameter(f, 1), 0), 1);
            case "HARD_SWISH" -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
            case "hardTanh" -> Math.min(Math.max(x, parameter(f, 0)), parameter(f, 1));
            case "threshold" -> x > parameter(f, 0) ? x : parameter(f, 1);
            case "hardShrink" -> Math.abs(x) > parameter(f, 0) ? x : 0;
            case "softShrink" -> Math.signum(x) * Math.max(Math.abs(x) - parameter(f, 0), 0);
            case "TANHSHRINK" -> x - Math.tanh(x);
            case "EXP" -> Math.exp(x);
            case "LOG" -> Math.log(x);
            case "SQRT" -> Math.sqrt(x);
            case "ABS" -> Math.abs(x);
            case "SIN" -> Math.sin(x);
            default -> throw new IllegalArgumentException(f.toString());
        };
    }

    /** The derivative from the input or the output, as {@link #byInput} says. */
    static double derivative(Operand.Function f, double v) {
        return switch (f.activation()) {
            case "IDENTITY" -> 1;
            case "RELU" -> v > 0 ? 1 : 0;
            case "SIGMOID" -> v * (1 - v);
            case "TANH" -> 1 - v * v;
            case "leakyRelu" -> v > 0 ? 1 : parameter(f, 0);
            case "elu" -> v > 0 ? 1 : v + parameter(f, 0);
            case "selu" -> v > 0 ? parameter(f, 1) : v + parameter(f, 0) * parameter(f, 1);
            case "celu" -> v > 0 ? 1 : v / parameter(f, 0) + 1;
            case "GELU" -> probability(v) + v * density(v);
            case "GELU_TANH" -> {
                double t = Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v));
                yield (1 + t) / 2 + v / 2 * (1 - t * t) * Math.sqrt(2 / Math.PI) * (1 + 0.134145 * v * v);
            }
            case "SILU" -> sigmoid(v) * (1 + v * (1 - sigmoid(v)));
            case "MISH" -> {
                double t = Math.tanh(Math.log(1 + Math.exp(v)));
                yield t + v * (1 - t * t) * sigmoid(v);
            }
            case "softplus" -> parameter(f, 0) * v > parameter(f, 1) ? 1 : sigmoid(parameter(f, 0) * v);
            case "SOFTSIGN" -> Math.pow(1 + Math.abs(v), -2);
            case "LOG_SIGMOID" -> 1 - Math.exp(v);
            case "hardSigmoid" -> {
                double y = parameter(f, 0) * v + parameter(f, 1);
                yield y > 0 && y < 1 ? parameter(f, 0) : 0;
            }
            case "HARD_SWISH" -> v < -3 ? 0 : v < 3 ? v / 3 + 0.5 : 1;
            case "hardTanh" -> v > parameter(f, 0) && v < parameter(f, 1) ? 1 : 0;
            case "threshold" -> v > parameter(f, 0) ? 1 : 0;
            case "hardShrink", "softShrink" -> v == 0 ? 0 : 1;
            case "TANHSHRINK" -> Math.tanh(v) * Math.tanh(v);
            case "EXP" -> v;
            case "LOG" -> 1 / v;
            case "SQRT" -> 0.5 / v;
            case "ABS" -> Math.signum(v);
            case "SIN" -> Math.cos(v);
            default -> throw new IllegalArgumentException(f.toString());
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The area under the density, by Simpson's rule. */
    private static double probability(double x) {
        int steps = 2000;
        double h = x / steps;
        double sum = density(0) + density(x);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * density(i * h);
        }
        return 0.5 + sum * h / 3;
    }
}
