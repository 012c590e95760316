package dev.nacre.kernel;

/** The loops of noise: some numbers are made, then used, before the next are made. */
final class NoiseLoops {
    private NoiseLoops() {}

    static void multiply(float[] x, float[] y, int length, RandomNoise noise) {
        if (!noise.active()) {
            copy(x, y, length);
            return;
        }
        float[] numbers = Scratch.get().row(RandomNoise.GROUP);
        for (int from = 0; from < length; from += RandomNoise.GROUP) {
            int some = Math.min(RandomNoise.GROUP, length - from);
            noise.fill(numbers, from, some);
            for (int i = 0; i < some; i++) {
                y[from + i] = x[from + i] * numbers[i];
            }
        }
    }

    static void add(float[] x, float[] y, int length, RandomNoise noise) {
        if (!noise.active()) {
            copy(x, y, length);
            return;
        }
        float[] numbers = Scratch.get().row(RandomNoise.GROUP);
        for (int from = 0; from < length; from += RandomNoise.GROUP) {
            int some = Math.min(RandomNoise.GROUP, length - from);
            noise.fill(numbers, from, some);
            for (int i = 0; i < some; i++) {
                y[from + i] = x[from + i] + numbers[i];
            }
        }
    }

    private static void copy(float[] x, float[] y, int length) {
        if (x != y) {
            System.arraycopy(x, 0, y, 0, length);
        }
    }
}
