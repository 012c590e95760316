package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The batteries of the rest of the family judged: what is right passes, each mistake is rejected by the statistic that is there for it. */
@DisabledIfSystemProperty(named = "nacre.kernels", matches = "vector")
class FamilyFaultsTest {
    private static final long SEED = 20_181_030;

    static List<FamilyFault> faults() {
        return Stream.of(
                        BlockFaults.all().stream(),
                        NoiseFaults.all().stream(),
                        ConnectionFaults.all().stream(),
                        ClassicFaults.all().stream())
                .flatMap(stream -> stream)
                .toList();
    }

    @Test
    void passesWhatIsRight() {
        BlockChecks.run(new BlockReference(Family.BLOCKS), Family.BLOCKS, SEED).assertHealthy("squares");
        NoiseBattery.run(new NoiseReference(true), true, SEED).assertHealthy("factors");
        NoiseBattery.run(new NoiseReference(false), false, SEED).assertHealthy("summands");
        ConnectionChecks.run(new ConnectionReference(12, 8), SEED).assertHealthy("connections");
        Battery.run(new ClassicFaults.Classic(), SEED).assertHealthy("classic");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void rejects(FamilyFault fault) {
        Findings findings = fault.battery().apply(SEED);
        assertTrue(
                fault.isRejected(findings),
                () -> "not rejected by " + fault.check() + " " + fault.statistic() + ", but by:\n"
                        + findings.rejections().stream()
                                .limit(20)
                                .map(Finding::toString)
                                .collect(Collectors.joining("\n")));
    }
}
