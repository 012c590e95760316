package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of losses between embeddings: a whole sample is one vector. */
final class EmbeddingLosses {
    /** What PyTorch adds to squared lengths. */
    private static final double LEAST_SQUARE = 1e-12;

    private EmbeddingLosses() {}

    static float cosine(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            double margin,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double lengths = Math.sqrt(square(a, at, columns) * square(b, at, columns));
            double cosine = dot(a, b, at, columns) / lengths;
            double ofRow = target[row] > 0 ? 1 - cosine : Math.max(0, cosine - margin);
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, 1));
    }

    static void cosineGradient(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            float[] da,
            float[] db,
            int rows,
            int columns,
            double margin,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, 1);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double squareA = square(a, at, columns);
            double squareB = square(b, at, columns);
            double lengths = Math.sqrt(squareA * squareB);
            double cosine = dot(a, b, at, columns) / lengths;
            double slope = target[row] > 0 ? -1 : cosine >= margin ? 1 : 0;
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row) * slope;
            for (int i = at; i < at + columns; i++) {
                double ai = a[i];
                double bi = b[i];
                da[i] = (float) (ofRow * (bi / lengths - cosine * ai / squareA));
                db[i] = (float) (ofRow * (ai / lengths - cosine * bi / squareB));
            }
        }
    }

    private static double dot(float[] a, float[] b, int at, int columns) {
        double sum = 0;
        for (int i = at; i < at + columns; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double square(float[] a, int at, int columns) {
        return dot(a, a, at, columns) + LEAST_SQUARE;
    }

    static float contrastive(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            double margin,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double distance = Distance.between(a, b, row * columns, columns, 2, 0);
            double gap = Math.max(0, margin - distance);
            double ofRow = 0.5 * ((1.0 - target[row]) * distance * distance + target[row] * gap * gap);
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, 1));
    }

    static void contrastiveGradient(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            float[] da,
            float[] db,
            int rows,
            int columns,
            double margin,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, 1);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double distance = Distance.between(a, b, at, columns, 2, 0);
            double apart = distance == 0 ? 0 : target[row] * Math.max(0, margin - distance) / distance;
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row) * (1.0 - target[row] - apart);
            for (int i = at; i < at + columns; i++) {
                da[i] = (float) (ofRow * ((double) a[i] - b[i]));
                db[i] = -da[i];
            }
        }
    }

    static float triplet(
            float[] anchor,
            float[] positive,
            float[] negative,
            float[] sampleWeights,
            int rows,
            int columns,
            double margin,
            double p,
            double epsilon,
            boolean swap,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double near = Distance.between(anchor, positive, at, columns, p, epsilon);
            double far = Distance.between(anchor, negative, at, columns, p, epsilon);
            if (swap) {
                far = Math.min(far, Distance.between(positive, negative, at, columns, p, epsilon));
            }
            sum += ElementLosses.weighted(Math.max(0, margin + near - far), sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, 1));
    }

    static void tripletGradient(
            float[] anchor,
            float[] positive,
            float[] negative,
            float[] sampleWeights,
            float[] dAnchor,
            float[] dPositive,
            float[] dNegative,
            int rows,
            int columns,
            double margin,
            double p,
            double epsilon,
            boolean swap,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, 1);
        Arrays.fill(dAnchor, 0, rows * columns, 0f);
        Arrays.fill(dPositive, 0, rows * columns, 0f);
        Arrays.fill(dNegative, 0, rows * columns, 0f);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double near = Distance.between(anchor, positive, at, columns, p, epsilon);
            double far = Distance.between(anchor, negative, at, columns, p, epsilon);
            double across = swap ? Distance.between(positive, negative, at, columns, p, epsilon) : far;
            if (margin + near - Math.min(far, across) >= 0) {
                double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
                Distance.gradient(anchor, positive, dAnchor, dPositive, at, columns, p, epsilon, near, ofRow);
                if (across < far) {
                    Distance.gradient(
                            positive, negative, dPositive, dNegative, at, columns, p, epsilon, across, -ofRow);
                } else {
                    Distance.gradient(anchor, negative, dAnchor, dNegative, at, columns, p, epsilon, far, -ofRow);
                }
            }
        }
    }
}
