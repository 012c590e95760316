package dev.nacre.verification.dropout;

/**
 * The battery on one candidate: D1 to D12, D16 and D17 of every rate, width and layer that it has. D13 to D15 need values with more axes
 * ({@link StructureChecks}, {@link NoiseChecks}), D18 to D20 a network.
 */
final class Battery {
    private Battery() {}

    static Findings run(Candidate candidate, long seed) {
        return run(candidate, Sizes.of(candidate, seed));
    }

    static Findings run(Candidate candidate, Sizes sizes) {
        Findings findings = new Findings();
        new RateChecks(candidate, sizes, findings).run();
        new IndependenceChecks(candidate, sizes, findings).run();
        new ValueChecks(candidate, sizes, findings).run();
        EnsembleChecks.linearVariance(candidate, sizes, findings);
        EnsembleChecks.enumerated(candidate, sizes, findings);
        return findings;
    }
}
