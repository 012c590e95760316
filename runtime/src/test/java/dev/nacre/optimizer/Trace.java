package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.List;
import java.util.Map;

/** Two parameters that are given the gradients of {@code optimizers.tsv}, step by step. */
final class Trace {
    static final Map<String, double[]> TABLE = Reference.table("optimizers.tsv");
    static final int STEPS = 20;

    final Parameter weight = new Parameter("net.weight", 2, 2);
    final Parameter bias = new Parameter("net.bias", 2);

    Trace() {
        copy(TABLE.get("start"), weight.values(), bias.values());
    }

    List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    /** The gradients of a step, from 0 on, as generated code writes them. */
    void gradients(int step) {
        double[] given = TABLE.get("gradient" + step);
        add(given, 0, weight);
        add(given, 4, bias);
    }

    private static void add(double[] given, int from, Parameter parameter) {
        boolean add = parameter.accumulate();
        float[] gradient = parameter.gradients();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (add ? gradient[i] : 0) + (float) given[from + i];
        }
    }

    Trace steps(Optimizer optimizer, int from, int to) {
        for (int step = from; step < to; step++) {
            gradients(step);
            optimizer.step();
        }
        return this;
    }

    float[] values() {
        float[] all = new float[6];
        System.arraycopy(weight.values(), 0, all, 0, 4);
        System.arraycopy(bias.values(), 0, all, 4, 2);
        return all;
    }

    /** Numbers from -1 to 1 without a pattern. */
    static float[] inputs(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (i * 7919 % 201 - 100) / 100f;
        }
        return numbers;
    }

    private static void copy(double[] from, float[] first, float[] second) {
        for (int i = 0; i < from.length; i++) {
            if (i < 4) {
                first[i] = (float) from[i];
            } else {
                second[i - 4] = (float) from[i];
            }
        }
    }
}
