package dev.nacre.examples.laboratory;

/** Classes and their probabilities, with functions that give the same bits on every machine. */
final class Probabilities {
    private Probabilities() {}

    static double[] softmax(float[] logits, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double[] p = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            p[i] = StrictMath.exp(logits[from + i] - largest);
            sum += p[i];
        }
        for (int i = 0; i < count; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** @return the class with the largest number, the first of equal ones */
    static int largest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            if (p[i] > p[best]) {
                best = i;
            }
        }
        return best;
    }
}
