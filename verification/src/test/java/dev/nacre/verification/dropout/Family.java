package dev.nacre.verification.dropout;

import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Generated members of the family that have checks of their own. */
record Family(String name, LongFunction<Findings> battery) {
    /** What {@link FamilyNetworks.Blocks} has. */
    static final Blocks BLOCKS = new Blocks(4, 7, 5, 3);

    Findings run(long seed) {
        return battery.apply(seed);
    }

    @Override
    public String toString() {
        return name;
    }

    /** @param times how much larger than in the ordinary test samples are */
    static Stream<Family> all(int times) {
        return Stream.of(
                new Family("Classic", seed -> Battery.run(classic(times << 16), seed)),
                new Family("ClassicFused", seed -> Battery.run(classicFused(times << 16), seed)),
                new Family("Blocks", seed -> BlockChecks.run(blocks(times << 16), BLOCKS, seed)),
                new Family("Factors", seed -> NoiseBattery.run(factors(times << 16), true, seed)),
                new Family("Summands", seed -> NoiseBattery.run(summands(times << 16), false, seed)),
                new Family("PerBatch", seed -> ConnectionChecks.run(ConnectionCandidate.perBatch(times << 16), seed)),
                new Family(
                        "PerSample", seed -> ConnectionChecks.run(ConnectionCandidate.perSample(times << 16), seed)));
    }

    private static Candidate classic(int effort) {
        return new GeneratedCandidate<>("Classic", effort, true, FamilyNetworks_ClassicNetwork::create, 72)
                .block(0.01, FamilyNetworks_ClassicNetwork::p01)
                .block(0.3, FamilyNetworks_ClassicNetwork::p30)
                .block(0.5, FamilyNetworks_ClassicNetwork::p50)
                .block(0.5, FamilyNetworks_ClassicNetwork::p50again)
                .block(0.9, FamilyNetworks_ClassicNetwork::p90)
                .block(0, FamilyNetworks_ClassicNetwork::none)
                .block(1, FamilyNetworks_ClassicNetwork::all)
                .classic();
    }

    private static Candidate classicFused(int effort) {
        return new GeneratedCandidate<>("ClassicFused", effort, false, FamilyNetworks_ClassicFusedNetwork::create, 9)
                .block(0.3, FamilyNetworks_ClassicFusedNetwork::p30)
                .block(0.5, FamilyNetworks_ClassicFusedNetwork::p50)
                .block(0.5, FamilyNetworks_ClassicFusedNetwork::p50again)
                .classic();
    }

    static Candidate blocks(int effort) {
        return new GeneratedCandidate<>("Blocks", effort, true, FamilyNetworks_BlocksNetwork::create, 4, 7, 5)
                .block(0.1, FamilyNetworks_BlocksNetwork::p10)
                .block(0.3, FamilyNetworks_BlocksNetwork::p30)
                .block(0.3, FamilyNetworks_BlocksNetwork::p30again)
                .block(0, FamilyNetworks_BlocksNetwork::none)
                .block(1, FamilyNetworks_BlocksNetwork::all);
    }

    private static Candidate factors(int effort) {
        return new GeneratedCandidate<>("Factors", effort, true, FamilyNetworks_FactorsNetwork::create, 33)
                .block(0.1, FamilyNetworks_FactorsNetwork::p10)
                .block(0.5, FamilyNetworks_FactorsNetwork::p50)
                .block(0.5, FamilyNetworks_FactorsNetwork::p50again)
                .block(0.9, FamilyNetworks_FactorsNetwork::p90)
                .block(0, FamilyNetworks_FactorsNetwork::none);
    }

    private static Candidate summands(int effort) {
        return new GeneratedCandidate<>("Summands", effort, true, FamilyNetworks_SummandsNetwork::create, 33)
                .block(0.05, FamilyNetworks_SummandsNetwork::s05)
                .block(0.7, FamilyNetworks_SummandsNetwork::s70)
                .block(0.7, FamilyNetworks_SummandsNetwork::s70again)
                .block(0, FamilyNetworks_SummandsNetwork::none);
    }
}
