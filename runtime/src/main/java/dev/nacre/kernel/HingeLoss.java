package dev.nacre.kernel;

/** The loops of the multi-class hinge loss. */
final class HingeLoss {
    private HingeLoss() {}

    static float loss(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            int rows,
            int positions,
            int classes,
            double margin,
            int power,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = 0;
            for (int place = row * positions, end = place + positions; place < end; place++) {
                int at = place * classes;
                int label = labels[place];
                double ofPlace = 0;
                for (int c = 0; c < classes; c++) {
                    double violation = margin - x[at + label] + x[at + c];
                    if (c != label && violation > 0) {
                        ofPlace += power == 1 ? violation : violation * violation;
                    }
                }
                ofRow += (classWeights == null ? 1 : classWeights[label]) * ofPlace / classes;
            }
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, positions));
    }

    static void gradient(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            double margin,
            int power,
            Reduction reduction,
            double weight) {
        double factor = weight / (reduction.divisor(rows, positions) * classes);
        for (int row = 0; row < rows; row++) {
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
            for (int place = row * positions, end = place + positions; place < end; place++) {
                int at = place * classes;
                int label = labels[place];
                double ofPlace = ofRow * (classWeights == null ? 1 : classWeights[label]);
                double all = 0;
                for (int c = 0; c < classes; c++) {
                    double violation = margin - x[at + label] + x[at + c];
                    double slope = c == label || violation <= 0 ? 0 : power == 1 ? 1 : 2 * violation;
                    dx[at + c] = (float) (ofPlace * slope);
                    all += slope;
                }
                dx[at + label] = (float) (-ofPlace * all);
            }
        }
    }
}
