package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** Activations that are more than a function of one element, and functions of the user's, for {@link Arithmetic}. */
final class Rectification {
    private Rectification() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "prelu" -> {
                double[] x = call.array();
                double[] y = call.array();
                double[] w = call.array();
                Features features = Features.of(call);
                for (int i = 0; i < features.count(); i++) {
                    y[i] = x[i] > 0 ? x[i] : w[features.slope(i)] * x[i];
                }
            }
            case "preluGradient" -> {
                double[] x = call.array();
                double[] dy = call.array();
                double[] dx = call.array();
                double[] w = call.array();
                Features features = Features.of(call);
                for (int i = 0; i < features.count(); i++) {
                    dx[i] = x[i] > 0 ? dy[i] : w[features.slope(i)] * dy[i];
                }
            }
            case "preluWeightGradient" -> {
                double[] x = call.array();
                double[] dy = call.array();
                double[] dw = call.array();
                Features features = Features.of(call);
                if (!call.flag()) {
                    java.util.Arrays.fill(dw, 0);
                }
                for (int i = 0; i < features.count(); i++) {
                    dw[features.slope(i)] += x[i] > 0 ? 0 : x[i] * dy[i];
                }
            }
            case "randomRelu" -> {
                double[] x = call.array();
                double[] y = call.array();
                int count = call.size() * call.size();
                Operand.Slopes slopes = (Operand.Slopes) call.take();
                for (int i = 0; i < count; i++) {
                    y[i] = x[i] > 0 ? x[i] : slope(slopes, i) * x[i];
                }
            }
            case "randomReluGradient" -> {
                double[] x = call.array();
                double[] dy = call.array();
                double[] dx = call.array();
                int count = call.size() * call.size();
                Operand.Slopes slopes = (Operand.Slopes) call.take();
                for (int i = 0; i < count; i++) {
                    dx[i] = x[i] > 0 ? dy[i] : slope(slopes, i) * dy[i];
                }
            }
            case "glu" -> glu(call.array(), call.array(), call.size(), call.size());
            case "gluGradient" -> gluGradient(call.array(), call.array(), call.array(), call.size(), call.size());
            case "apply" -> {
                double[] x = call.array();
                double[] y = call.array();
                call.size();
                cube(call, "value");
                for (int i = 0; i < y.length; i++) {
                    y[i] = x[i] * x[i] * x[i];
                }
            }
            case "applyGradient" -> {
                double[] x = call.array();
                double[] dy = call.array();
                double[] dx = call.array();
                call.size();
                cube(call, "derivative");
                for (int i = 0; i < dx.length; i++) {
                    dx[i] = dy[i] * 3 * x[i] * x[i];
                }
            }
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    /** How slopes belong to the elements of [rows, features, inner]. */
    private record Features(int rows, int features, int inner, int slopes) {
        static Features of(Arithmetic call) {
            return new Features(call.size(), call.size(), call.size(), call.size());
        }

        int count() {
            return rows * features * inner;
        }

        int slope(int element) {
            return slopes == 1 ? 0 : element / inner % features;
        }
    }

    /** Any numbers will do that are the same forward and backward. */
    private static double slope(Operand.Slopes slopes, int element) {
        return slopes.lower() + (slopes.upper() - slopes.lower()) * (element * 0.618 % 1);
    }

    private static void glu(double[] x, double[] y, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            int a = i / columns * 2 * columns + i % columns;
            y[i] = x[a] / (1 + Math.exp(-x[a + columns]));
        }
    }

    private static void gluGradient(double[] x, double[] dy, double[] dx, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            int a = i / columns * 2 * columns + i % columns;
            double s = 1 / (1 + Math.exp(-x[a + columns]));
            dx[a] = dy[i] * s;
            dx[a + columns] = dy[i] * x[a] * s * (1 - s);
        }
    }

    private static void cube(Arithmetic call, String method) {
        Operand.UserFunction function = (Operand.UserFunction) call.take();
        if (!function.type().simpleNames().contains("Cube")
                || !function.method().equals(method)
                || function.wide()) {
            throw new IllegalArgumentException(function.toString());
        }
    }
}
