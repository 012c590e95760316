package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Pooling, padding and upsampling in double: each as the list of the elements that one element of the result is made of. */
final class Pooling {
    private Pooling() {}

    /** Elements of a plane with weights, and how many count with padding. */
    private record Made(List<Integer> of, List<Double> weights, int counted) {}

    static OptionalDouble run(String operation, Arithmetic call) {
        boolean back = operation.endsWith("Gradient");
        String name = back ? operation.substring(0, operation.length() - "Gradient".length()) : operation;
        if (!List.of(
                        "maxPool",
                        "averagePool",
                        "lpPool",
                        "adaptiveMaxPool",
                        "adaptiveAveragePool",
                        "pad",
                        "padReflect",
                        "padReplicate",
                        "upsampleNearest",
                        "upsampleLinear")
                .contains(name)) {
            return OptionalDouble.empty();
        }
        boolean isMax = name.contains("axPool");
        boolean isNorm = name.equals("lpPool");
        double[] x = !back || isMax || isNorm ? call.array() : null;
        double[] y = !back || isNorm ? call.array() : null;
        double[] dy = back ? call.array() : null;
        double[] dx = back ? call.array() : null;
        int planes = call.size();
        List<Made> made = made(name, call);
        boolean counts = name.equals("averagePool") && call.flag();
        double norm = isNorm ? call.number() : 0;
        double margin = name.equals("pad") && !back ? call.number() : 0;
        int inputs = (back ? dx : x).length / planes;
        if (back) {
            Arrays.fill(dx, 0);
        }
        for (int plane = 0; plane < planes; plane++) {
            for (int o = 0; o < made.size(); o++) {
                Made one = made.get(o);
                int at = plane * made.size() + o;
                int in = plane * inputs;
                if (isMax) {
                    int place = one.of().get(0);
                    for (int i : one.of()) {
                        place = x[in + i] > x[in + place] ? i : place;
                    }
                    if (back) {
                        dx[in + place] += dy[at];
                    } else {
                        y[at] = x[in + place];
                    }
                    continue;
                }
                double scale = name.contains("verage")
                        ? 1.0 / (counts ? one.counted() : one.of().size())
                        : isNorm ? Math.max(1, one.weights().get(0)) : 1;
                double sum = one.of().isEmpty() ? margin : 0;
                for (int i = 0; i < one.of().size(); i++) {
                    int from = in + one.of().get(i);
                    double weight = isNorm ? scale : scale * one.weights().get(i);
                    if (!back) {
                        sum += weight * (isNorm ? Math.pow(x[from], norm) : x[from]);
                    } else if (isNorm) {
                        dx[from] += weight * dy[at] * Math.pow(x[from] / y[at], norm - 1);
                    } else {
                        dx[from] += weight * dy[at];
                    }
                }
                if (!back) {
                    y[at] = isNorm ? Math.pow(sum, 1 / norm) : sum;
                }
            }
        }
        if (isMax && back && call.endsInFunction()) {
            Arithmetic.activateGradient(x, dx.clone(), dx, dx.length, call.function(), null);
        }
        return OptionalDouble.of(0);
    }

    /** By axis: positions of what goes out, each a list of places and weights. */
    private static List<Made> made(String name, Arithmetic call) {
        if (name.startsWith("adaptive") || name.startsWith("upsample")) {
            int[] size = {call.size(), call.size()};
            int[] other = {call.size(), call.size()};
            boolean corners = name.equals("upsampleLinear") && call.flag();
            List<List<Made>> axes = new ArrayList<>();
            for (int axis = 0; axis < 2; axis++) {
                axes.add(
                        name.startsWith("adaptive")
                                ? adaptive(size[axis], other[axis])
                                : larger(name, size[axis], other[axis], corners));
            }
            return product(axes.get(0), axes.get(1), size[1], 0);
        }
        Window window = ((Operand.Windowed) call.take()).window();
        int last = window.size().size() - 1;
        List<Made> columns = along(name, window, last);
        List<Made> rows = last == 0 ? List.of(new Made(List.of(0), List.of(1.0), 1)) : along(name, window, 0);
        return product(rows, columns, window.size().get(last), name.equals("lpPool") ? window.elements() : 0);
    }

    private static List<Made> product(List<Made> rows, List<Made> columns, int width, int kernel) {
        List<Made> made = new ArrayList<>();
        for (Made row : rows) {
            for (Made column : columns) {
                List<Integer> of = new ArrayList<>();
                List<Double> weights = new ArrayList<>();
                int counted = row.counted() * column.counted();
                for (int i = 0; i < row.of().size(); i++) {
                    for (int j = 0; j < column.of().size(); j++) {
                        of.add(row.of().get(i) * width + column.of().get(j));
                        weights.add(
                                kernel > 0
                                        ? (double) kernel / counted
                                        : row.weights().get(i)
                                                * column.weights().get(j));
                    }
                }
                made.add(new Made(of, weights, counted));
            }
        }
        return made;
    }

    private static List<Made> along(String name, Window window, int axis) {
        int size = window.size().get(axis);
        int before = window.before().get(axis);
        int after = window.after().get(axis);
        List<Made> made = new ArrayList<>();
        for (int position = 0; position < window.positions(axis); position++) {
            List<Integer> of = new ArrayList<>();
            int counted = 0;
            for (int element = 0; element < window.kernel().get(axis); element++) {
                int at = position * window.stride().get(axis)
                        + element * window.dilation().get(axis)
                        - before;
                counted += at < size + after ? 1 : 0;
                if (name.equals("padReflect")) {
                    at = at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at;
                } else if (name.equals("padReplicate")) {
                    at = at < 0 ? 0 : at >= size ? size - 1 : at;
                }
                if (at >= 0 && at < size) {
                    of.add(at);
                }
            }
            made.add(new Made(of, ones(of.size()), counted));
        }
        return made;
    }

    private static List<Made> adaptive(int size, int out) {
        List<Made> made = new ArrayList<>();
        for (int position = 0; position < out; position++) {
            List<Integer> of = new ArrayList<>();
            for (int i = position * size / out; i < Math.ceil((position + 1.0) * size / out); i++) {
                of.add(i);
            }
            made.add(new Made(of, ones(of.size()), of.size()));
        }
        return made;
    }

    private static List<Made> larger(String name, int size, int scale, boolean corners) {
        List<Made> made = new ArrayList<>();
        for (int position = 0; position < size * scale; position++) {
            if (name.equals("upsampleNearest")) {
                made.add(new Made(List.of(position / scale), List.of(1.0), 1));
                continue;
            }
            double place = corners
                    ? size * scale == 1 ? 0 : position * (size - 1.0) / (size * scale - 1.0)
                    : Math.max(0, Math.min(size - 1, (position + 0.5) / scale - 0.5));
            int left = (int) place;
            int right = Math.min(size - 1, left + 1);
            made.add(new Made(List.of(left, right), List.of(1 - place + left, place - left), 1));
        }
        return made;
    }

    private static List<Double> ones(int count) {
        return java.util.Collections.nCopies(count, 1.0);
    }
}
