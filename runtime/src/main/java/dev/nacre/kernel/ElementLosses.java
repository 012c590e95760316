package dev.nacre.kernel;

/** The loops of losses that compare element by element; the losses themselves are {@link ElementTerms}. */
final class ElementLosses {
    private ElementLosses() {}

    /** The loss of one element, or its derivative with respect to x; a function without state. */
    interface Term {
        double of(double x, double target, double parameter);
    }

    static float loss(
            Term term,
            double parameter,
            float[] x,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = 0;
            for (int i = row * columns, end = i + columns; i < end; i++) {
                ofRow += term.of(x[i], target[i], parameter);
            }
            sum += weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, columns));
    }

    static void gradient(
            Term derivative,
            double parameter,
            float[] x,
            float[] target,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, columns);
        for (int row = 0; row < rows; row++) {
            double ofRow = weighted(factor, sampleWeights, row);
            for (int i = row * columns, end = i + columns; i < end; i++) {
                dx[i] = (float) (ofRow * derivative.of(x[i], target[i], parameter));
            }
        }
    }

    /** @param sampleWeights null for ones */
    static double weighted(double value, float[] sampleWeights, int row) {
        return sampleWeights == null ? value : sampleWeights[row] * value;
    }
}
