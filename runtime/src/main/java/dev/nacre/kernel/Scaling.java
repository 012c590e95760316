package dev.nacre.kernel;

/** The loops of {@link ScalingKernels}. */
final class Scaling {
    private Scaling() {}

    static void extremes(float[] min, float[] max, int features) {
        Arguments.vector("min", min, features);
        Arguments.vector("max", max, features);
    }

    static void range(float low, float high) {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "the range from " + low + " to " + high + " is empty: low must be below high");
        }
    }

    static void accumulate(float[] x, float[] min, float[] max, int rows, int features, int inner) {
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                float least = min[f];
                float most = max[f];
                int at = (row * features + f) * inner;
                for (int i = at; i < at + inner; i++) {
                    // Comparisons with NaN are false.
                    if (x[i] < least) {
                        least = x[i];
                    }
                    if (x[i] > most) {
                        most = x[i];
                    }
                }
                min[f] = least;
                max[f] = most;
            }
        }
    }

    static void minMax(
            float[] x, float[] y, float[] min, float[] max, int rows, int features, int inner, float low, float high) {
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                boolean seen = min[f] <= max[f];
                float least = seen ? min[f] : 0f;
                float shift = seen ? low : 0f;
                float scale = scale(min[f], max[f], low, high);
                int at = (row * features + f) * inner;
                for (int i = at; i < at + inner; i++) {
                    y[i] = Math.fma(x[i] - least, scale, shift);
                }
            }
        }
    }

    static void minMaxGradient(
            float[] dy,
            float[] dx,
            float[] min,
            float[] max,
            int rows,
            int features,
            int inner,
            float low,
            float high) {
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                float scale = scale(min[f], max[f], low, high);
                int at = (row * features + f) * inner;
                for (int i = at; i < at + inner; i++) {
                    dx[i] = dy[i] * scale;
                }
            }
        }
    }

    private static float scale(float min, float max, float low, float high) {
        double range = (double) high - low;
        if (min < max) {
            return (float) (range / ((double) max - min));
        }
        return min == max ? (float) range : 1f;
    }
}
