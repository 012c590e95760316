package dev.nacre.network;

/** How the numbers of an output are to be read, as the loss on it says. */
public enum OutputKind {
    /** As they are: a regression, or an output without a loss that says more. */
    NUMBERS,
    /** Scores of classes along the last axis: their softmax is the classes' probabilities. */
    LOGITS,
    /** Probabilities of classes along the last axis. */
    CLASS_PROBABILITIES,
    /** Scores of yes against no, each by itself: the sigmoid is the probability of yes. */
    SCORES,
    /** Probabilities of yes, each by itself. */
    PROBABILITIES;

    /** @return whether the last axis counts classes that exclude one another */
    public boolean isClasses() {
        return this == LOGITS || this == CLASS_PROBABILITIES;
    }

    /** @return whether elements are probabilities, or become such, each by itself */
    public boolean isEither() {
        return this == SCORES || this == PROBABILITIES;
    }

    /**
     * What is left of a sum of entropies: one number for the classes of the last axis, else one per element.
     *
     * @param last the size of the last axis
     * @return how many elements have an entropy together
     */
    int together(int last) {
        return isClasses() ? last : 1;
    }

    /**
     * @param y the output's elements
     * @param from the first one
     * @param count how many: all classes, or one
     * @param yes receives the probabilities, or the numbers as they are
     */
    void read(float[] y, int from, int count, double[] yes) {
        switch (this) {
            case LOGITS -> softmax(y, from, count, yes);
            case SCORES -> {
                for (int i = 0; i < count; i++) {
                    yes[i] = 1 / (1 + StrictMath.exp(-y[from + i]));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    yes[i] = y[from + i];
                }
            }
        }
    }

    /**
     * The logarithms of the same, without the loss of {@code log(read(...))} for what is improbable.
     *
     * @param no receives, for yes and no, the logarithms of the probabilities of no; unused for classes
     */
    void logarithms(float[] y, int from, int count, double[] yes, double[] no) {
        if (this == LOGITS) {
            double largest = largest(y, from, count);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += StrictMath.exp(y[from + i] - largest);
            }
            double all = largest + StrictMath.log(sum);
            for (int i = 0; i < count; i++) {
                yes[i] = y[from + i] - all;
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            double value = y[from + i];
            yes[i] = this == SCORES ? logSigmoid(value) : StrictMath.log(value);
            no[i] = this == SCORES ? logSigmoid(-value) : StrictMath.log1p(-value);
        }
    }

    private static double logSigmoid(double x) {
        return Math.min(x, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    private static void softmax(float[] y, int from, int count, double[] probabilities) {
        double largest = largest(y, from, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            probabilities[i] = StrictMath.exp(y[from + i] - largest);
            sum += probabilities[i];
        }
        for (int i = 0; i < count; i++) {
            probabilities[i] /= sum;
        }
    }

    private static double largest(float[] y, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, y[from + i]);
        }
        return largest;
    }

    /** @return the entropy in nats of classes, or of one yes and no: {@code -sum p log p} */
    double entropy(double[] p, int from, int count) {
        double entropy = 0;
        for (int i = from; i < from + count; i++) {
            entropy += term(p[i]);
            if (isEither()) {
                entropy += term(1 - p[i]);
            }
        }
        return entropy;
    }

    private static double term(double p) {
        // What never happens adds nothing; a sum of probabilities may exceed 1 by a rounding. NaN stays.
        return p <= 0 ? 0 : -p * StrictMath.log(p);
    }
}
