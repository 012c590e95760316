package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** Random noise, for {@link Arithmetic}. */
final class Noising {
    private Noising() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        if (!operation.equals("multiplyNoise") && !operation.equals("addNoise")) {
            return OptionalDouble.empty();
        }
        double[] x = call.array();
        double[] y = call.array();
        int count = call.size() * call.size();
        Operand.Gaussian noise = (Operand.Gaussian) call.take();
        for (int i = 0; i < count; i++) {
            // Any numbers will do that are the same forward and backward.
            double n = noise.mean() + noise.deviation() * (i * 0.618 % 1 - 0.5);
            y[i] = operation.equals("addNoise") ? x[i] + n : x[i] * n;
        }
        return OptionalDouble.of(0);
    }
}
