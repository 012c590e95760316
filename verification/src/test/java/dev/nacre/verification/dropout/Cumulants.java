package dev.nacre.verification.dropout;

/** The even cumulants, and the third, of a weighted sum of independent Bernoulli variables: what its sample variance may be. */
final class Cumulants {
    private final double q;
    private double second;
    private double third;
    private double fourth;
    private double sixth;

    Cumulants(double q) {
        this.q = q;
    }

    /** One more variable with this weight. */
    void add(double weight) {
        double v = q * (1 - q);
        double square = weight * weight;
        second += square * v;
        third += square * weight * v * (1 - 2 * q);
        fourth += square * square * v * (1 - 6 * v);
        sixth += square * square * square * v * (1 - 30 * v + 120 * v * v);
    }

    /** The mean of (y - mean)^2 against the variance, in standard deviations. */
    double variance(double[] y, double mean) {
        double sum = 0;
        for (double value : y) {
            sum += (value - mean) * (value - mean);
        }
        double m4 = fourth + 3 * second * second;
        double m6 = sixth + 15 * fourth * second + 10 * third * third + 15 * second * second * second;
        double variance = m4 - second * second;
        double skewness = (m6 - 3 * m4 * second + 2 * second * second * second) / Math.pow(variance, 1.5);
        double z = (sum / y.length - second) / Math.sqrt(variance / y.length);
        return Tails.skewed(z, skewness / Math.sqrt(y.length));
    }
}
