package dev.nacre.verification.dropout;

/** D15 and its like for the noises: what became of many values, against the moments that it should have. */
final class NoiseChecks {
    private NoiseChecks() {}

    /** Alpha dropout of values from N(0, 1) keeps mean 0 and variance 1. */
    static Findings alpha(String what, float[] y) {
        return moments("D15", "alpha, " + what, y, 0, 1);
    }

    /** Gaussian dropout of ones: N(1, p / q). */
    static Findings gaussianDropout(String what, double p, float[] y) {
        return moments("D15", "Gaussian dropout, " + what + ", p = " + p, y, 1, p / (1 - p));
    }

    /** Gaussian noise on zeros: N(0, s^2). */
    static Findings gaussianNoise(String what, double deviation, float[] y) {
        return moments("D15", "Gaussian noise, " + what, y, 0, deviation * deviation);
    }

    private static Findings moments(String check, String what, float[] y, double mean, double variance) {
        Findings findings = new Findings();
        findings.sigma(check, what + ": mean", Statistics.mean(y, mean, variance));
        findings.sigma(check, what + ": variance", Statistics.variance(y, variance));
        return findings;
    }
}
