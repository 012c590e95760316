package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The battery on the classic form, DropBlock, Gaussian dropout and noise, and DropConnect, each a generated network. Which checks each has is
 * written down here, so that none is left out unseen; docs/dropout-battery.md says why.
 */
class FamilyBatteryTest {
    private static final long SEED = 2_018;

    private static final Set<String> MASKS =
            Set.of("D1", "D2", "D3", "D4", "D5", "D6 rows", "D6 threads", "D6 steps", "D6 layers", "D6 seeds", "D7");

    private static Set<String> checks(String... more) {
        Set<String> checks = new TreeSet<>(MASKS);
        checks.addAll(Set.of(more));
        return checks;
    }

    static Stream<Family> family() {
        return Family.all(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("family")
    void passes(Family member) {
        Findings findings = member.run(SEED);
        findings.assertHealthy(member.name());
        Set<String> expected = switch (member.name()) {
            case "Classic" -> checks("D8", "D9", "D10", "D11", "D12", "D16");
            case "ClassicFused" -> checks("D8", "D9", "D11", "D17");
            case "Blocks" -> checks("D8", "D9", "D10", "D11", "D12", "D13");
            case "Factors", "Summands" -> checks("D8", "D9", "D10", "D11", "D15", "D16", "D20");
            case "PerBatch" -> checks("D8", "D9", "D10", "D11", "D16");
            case "PerSample" -> checks("D8", "D9", "D10", "D11", "D17");
            default -> Set.of();
        };
        assertEquals(expected, findings.checks());
    }

    /** D20: masks of weights are a function of (seed, step, layer, weight), as the documentation says. */
    @Test
    void masksOfWeightsAreTheDocumentedOnes() {
        for (Connected candidate :
                new Connected[] {ConnectionCandidate.perBatch(1), ConnectionCandidate.perSample(1)}) {
            int rows = candidate.units() * (candidate.name().equals("PerBatch") ? 1 : 5);
            ConnectionReference reference = new ConnectionReference(candidate.width(), candidate.units());
            for (double p : candidate.rates()) {
                for (int layer = 0; layer < candidate.layers(p); layer++) {
                    Draw draw = new Draw(p, SEED, 9, layer);
                    assertEquals(
                            0,
                            Statistics.differences(
                                    reference.mask(draw.layer(candidate.maskLayer(draw)), rows, candidate.width()),
                                    candidate.mask(draw, rows, candidate.width())));
                }
            }
        }
    }

    /** D20: those of squares, too. */
    @Test
    void squaresAreTheDocumentedOnes() {
        GeneratedCandidate<?> candidate = (GeneratedCandidate<?>) Family.blocks(1);
        BlockReference reference = new BlockReference(Family.BLOCKS);
        for (double p : candidate.rates()) {
            for (int layer = 0; layer < candidate.layers(p); layer++) {
                Draw draw = new Draw(p, SEED, 9, layer);
                assertEquals(
                        0,
                        Statistics.differences(
                                reference.mask(draw.layer(candidate.maskLayer(draw)), 50, candidate.width()),
                                candidate.mask(draw, 50, candidate.width())));
            }
        }
    }
}
