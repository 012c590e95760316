package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of the two losses that most networks have, without options. */
final class Losses {
    private Losses() {}

    static void crossEntropyGradient(
            float[] probabilities, int[] labels, float[] dx, int rows, int classes, float weight) {
        if (rows == 1 && classes == 3 && labels[0] != LossKernels.IGNORED) {
            ofThree(probabilities, labels[0], dx, weight);
            return;
        }
        int counted = 0;
        for (int row = 0; row < rows; row++) {
            counted += labels[row] == LossKernels.IGNORED ? 0 : 1;
        }
        float factor = weight / counted;
        for (int row = 0; row < rows; row++) {
            if (labels[row] == LossKernels.IGNORED) {
                Arrays.fill(dx, row * classes, (row + 1) * classes, 0f);
                continue;
            }
            int at = row * classes + labels[row];
            float ofLabel = (probabilities[at] - 1f) * factor;
            for (int i = row * classes, end = i + classes; i < end; i++) {
                dx[i] = probabilities[i] * factor;
            }
            dx[at] = ofLabel;
        }
    }

    /** A loop for three elements takes a small network longer than its work. */
    private static void ofThree(float[] probabilities, int label, float[] dx, float factor) {
        float p0 = probabilities[0];
        float p1 = probabilities[1];
        float p2 = probabilities[2];
        dx[0] = (label == 0 ? p0 - 1f : p0) * factor;
        dx[1] = (label == 1 ? p1 - 1f : p1) * factor;
        dx[2] = (label == 2 ? p2 - 1f : p2) * factor;
    }

    /** The sum of {@code (x - target)^2} in four interleaved sums, the squares and the sums in double. */
    static double squaredDistance(float[] x, float[] target, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += square(x[i], target[i]);
            s1 += square(x[i + 1], target[i + 1]);
            s2 += square(x[i + 2], target[i + 2]);
            s3 += square(x[i + 3], target[i + 3]);
        }
        for (; i < n; i++) {
            s0 += square(x[i], target[i]);
        }
        return s0 + s2 + (s1 + s3);
    }

    private static double square(float x, float target) {
        double d = (double) x - target;
        return d * d;
    }

    static void scaledDifference(float[] x, float[] target, float[] dx, int n, float factor) {
        for (int i = 0; i < n; i++) {
            dx[i] = (x[i] - target[i]) * factor;
        }
    }
}
