package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.List;

/** What happens to all gradients before a step. Sums have one order, so that the bits are the same everywhere. */
final class Gradients {
    /** PyTorch adds it to the norm that it divides by. */
    private static final double NORM_EPSILON = 1e-6;

    private Gradients() {}

    static void scale(List<Parameter> parameters, float factor) {
        for (int p = 0; p < parameters.size(); p++) {
            float[] gradient = parameters.get(p).gradients();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }

    /** By value, then by norm. Returns the norm there was before. */
    static double clip(List<Parameter> parameters, double maxValue, double maxNorm) {
        double before = norm(parameters);
        double norm = before;
        if (maxValue < Double.POSITIVE_INFINITY) {
            clipValues(parameters, (float) maxValue);
            norm = norm(parameters);
        }
        if (maxNorm < Double.POSITIVE_INFINITY) {
            clipNorm(parameters, norm, maxNorm);
        }
        return before;
    }

    /** To the range from minus the limit to the limit; NaN stays NaN. */
    private static void clipValues(List<Parameter> parameters, float limit) {
        for (int p = 0; p < parameters.size(); p++) {
            float[] gradient = parameters.get(p).gradients();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
            }
        }
    }

    /** Shortens all gradients together to a norm that is at most the limit. */
    private static void clipNorm(List<Parameter> parameters, double norm, double limit) {
        double factor = limit / (norm + NORM_EPSILON);
        if (!(factor >= 1)) {
            scale(parameters, (float) factor);
        }
    }

    /** The Euclidean norm of all gradients but those of frozen parameters as one vector. */
    static double norm(List<Parameter> parameters) {
        double sum = 0;
        for (int p = 0; p < parameters.size(); p++) {
            // Frozen ones may have a gradient from before they were.
            if (!parameters.get(p).frozen()) {
                sum += squares(parameters.get(p).gradients());
            }
        }
        return Math.sqrt(sum);
    }

    /** Four sums side by side, as one would wait for each addition to end before the next begins. */
    private static double squares(float[] gradient) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < gradient.length; i += 4) {
            sum0 += (double) gradient[i] * gradient[i];
            sum1 += (double) gradient[i + 1] * gradient[i + 1];
            sum2 += (double) gradient[i + 2] * gradient[i + 2];
            sum3 += (double) gradient[i + 3] * gradient[i + 3];
        }
        for (; i < gradient.length; i++) {
            sum0 += (double) gradient[i] * gradient[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
