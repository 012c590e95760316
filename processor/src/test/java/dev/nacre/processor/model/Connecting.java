package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Dropped weights, for {@link Arithmetic}; always as in training. */
final class Connecting {
    private Connecting() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "dropWeights" -> {
                call.array();
                call.size();
                call.take();
            }
            case "dropWeightsGradient" -> {
                double[] g = call.array();
                double[] dw = call.array();
                int elements = call.size();
                boolean add = call.flag();
                double[] masked = masked((Operand.Connections) call.take(), g, 0);
                for (int i = 0; i < elements; i++) {
                    dw[i] = add ? dw[i] + masked[i] : masked[i];
                }
            }
            case "dropConnect" -> forward(call);
            case "dropConnectInputGradient" -> inputGradient(call);
            case "dropConnectWeightGradient" -> weightGradient(call);
            case "momentMatching" -> {
                call.array();
                call.array();
                double[] u = call.array();
                double[] y = call.array();
                int rows = call.size();
                call.size();
                int out = call.size();
                Operand.Function f = call.function();
                call.size();
                call.take();
                List<Object> activate = new ArrayList<>(Arrays.asList(u, y, rows, out, f, new Operand.NoDropout()));
                Arithmetic.run("activate", activate);
            }
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    /** Any mask will do that is the same forward and backward. */
    static double[] masked(Operand.Connections connections, double[] w, int sample) {
        double[] masked = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            int number = connections.name().hashCode() + 31 * i + (connections.perSample() ? 1009 * sample : 0);
            boolean keeps = Math.floorMod(number * 0x9E3779B1, 1000) >= connections.p() * 1000;
            masked[i] = keeps ? w[i] / (1 - connections.p()) : 0;
        }
        return masked;
    }

    private static void forward(Arithmetic call) {
        double[] x = call.array();
        double[] w = call.array();
        double[] b = (double[]) call.take();
        double[] y = call.array();
        int rows = call.size();
        int in = call.size();
        int out = call.size();
        int perSample = call.size();
        Operand.Connections connections = (Operand.Connections) call.take();
        for (int i = 0; i < rows; i++) {
            double[] masked = masked(connections, w, i / perSample);
            for (int j = 0; j < out; j++) {
                double sum = b == null ? 0 : b[j];
                for (int k = 0; k < in; k++) {
                    sum += x[i * in + k] * masked[j * in + k];
                }
                y[i * out + j] = sum;
            }
        }
    }

    private static void inputGradient(Arithmetic call) {
        double[] dy = call.array();
        double[] w = call.array();
        double[] dx = call.array();
        int rows = call.size();
        int in = call.size();
        int out = call.size();
        int perSample = call.size();
        Operand.Connections connections = (Operand.Connections) call.take();
        for (int i = 0; i < rows; i++) {
            double[] masked = masked(connections, w, i / perSample);
            for (int k = 0; k < in; k++) {
                double sum = 0;
                for (int j = 0; j < out; j++) {
                    sum += dy[i * out + j] * masked[j * in + k];
                }
                dx[i * in + k] = sum;
            }
        }
    }

    private static void weightGradient(Arithmetic call) {
        double[] dy = call.array();
        double[] x = call.array();
        double[] dw = call.array();
        int rows = call.size();
        int in = call.size();
        int out = call.size();
        boolean add = call.flag();
        int perSample = call.size();
        Operand.Connections connections = (Operand.Connections) call.take();
        if (!add) {
            Arrays.fill(dw, 0);
        }
        for (int i = 0; i < rows; i++) {
            double[] outer = new double[in * out];
            for (int j = 0; j < out; j++) {
                for (int k = 0; k < in; k++) {
                    outer[j * in + k] = dy[i * out + j] * x[i * in + k];
                }
            }
            double[] masked = masked(connections, outer, i / perSample);
            for (int k = 0; k < masked.length; k++) {
                dw[k] += masked[k];
            }
        }
    }
}
