package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** Convolutions in double, as their definition has them. */
final class Convolving {
    private Convolving() {}

    /** What is done with each product of the definition: places in the image, the weights and the result. */
    private interface Term {
        void at(int x, int w, int y);
    }

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "conv" -> conv(call);
            case "convTranspose" -> transpose(call);
            case "convInputGradient" -> {
                double[] dy = call.array();
                double[] w = call.array();
                double[] dx = call.array();
                int samples = call.size();
                Operand.Convolved of = (Operand.Convolved) call.take();
                java.util.Arrays.fill(dx, 0);
                terms(of, samples, (i, k, o) -> dx[i] += dy[o] * w[k]);
                if (call.hasArray()) {
                    double[] v = call.array();
                    Arithmetic.activateGradient(v, dx.clone(), dx, dx.length, call.function(), call.take());
                }
            }
            case "convWeightGradient" -> {
                double[] dy = call.array();
                double[] x = call.array();
                double[] dw = call.array();
                int samples = call.size();
                Operand.Convolved of = (Operand.Convolved) call.take();
                if (!call.flag()) {
                    java.util.Arrays.fill(dw, 0);
                }
                terms(of, samples, (i, k, o) -> dw[k] += dy[o] * x[i]);
            }
            case "channelSum" -> {
                double[] x = call.array();
                double[] s = call.array();
                int samples = call.size();
                int channels = call.size();
                int elements = call.size();
                if (!call.flag()) {
                    java.util.Arrays.fill(s, 0);
                }
                for (int i = 0; i < samples * channels * elements; i++) {
                    s[i / elements % channels] += x[i];
                }
            }
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static void conv(Arithmetic call) {
        double[] x = call.array();
        double[] w = call.array();
        double[] b = call.array();
        double[] y = call.array();
        int samples = call.size();
        Operand.Convolved of = (Operand.Convolved) call.take();
        double[] z = biased(y.length, b, of.out(), elements(of.window().positions()));
        terms(of, samples, (i, k, o) -> z[o] += x[i] * w[k]);
        Arithmetic.activate(z, y, y.length, call.function(), call.take());
    }

    private static void transpose(Arithmetic call) {
        double[] x = call.array();
        double[] w = call.array();
        double[] b = call.array();
        double[] y = call.array();
        int samples = call.size();
        Operand.Convolved of = (Operand.Convolved) call.take();
        double[] z = biased(y.length, b, of.in(), elements(of.window().size()));
        terms(of, samples, (i, k, o) -> z[i] += x[o] * w[k]);
        Arithmetic.activate(z, y, y.length, call.function(), call.take());
    }

    private static double[] biased(int length, double[] b, int channels, int elements) {
        double[] z = new double[length];
        for (int i = 0; b != null && i < length; i++) {
            z[i] = b[i / elements % channels];
        }
        return z;
    }

    private static int elements(java.util.List<Integer> sizes) {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }

    private static int axis(java.util.List<Integer> values, int axis) {
        return values.size() == 2 ? values.get(axis) : axis == 0 ? 1 : values.get(0);
    }

    private static void terms(Operand.Convolved of, int samples, Term term) {
        Window window = of.window();
        int height = axis(window.size(), 0);
        int width = axis(window.size(), 1);
        int rows = axis(window.positions(), 0);
        int columns = axis(window.positions(), 1);
        int channels = of.in() / of.groups();
        for (int n = 0; n < samples; n++) {
            for (int o = 0; o < of.out(); o++) {
                for (int c = 0; c < channels; c++) {
                    int channel = o / (of.out() / of.groups()) * channels + c;
                    for (int u = 0; u < axis(window.kernel(), 0); u++) {
                        for (int v = 0; v < axis(window.kernel(), 1); v++) {
                            int k = ((o * channels + c) * axis(window.kernel(), 0) + u) * axis(window.kernel(), 1) + v;
                            for (int i = 0; i < rows; i++) {
                                int row = window.size().size() == 1 ? 0 : source(window, 0, i, u);
                                for (int j = 0; j < columns; j++) {
                                    int column = source(window, window.size().size() - 1, j, v);
                                    if (row >= 0 && row < height && column >= 0 && column < width) {
                                        term.at(
                                                ((n * of.in() + channel) * height + row) * width + column,
                                                k,
                                                ((n * of.out() + o) * rows + i) * columns + j);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static int source(Window window, int axis, int position, int element) {
        return position * window.stride().get(axis)
                - window.before().get(axis)
                + element * window.dilation().get(axis);
    }
}
