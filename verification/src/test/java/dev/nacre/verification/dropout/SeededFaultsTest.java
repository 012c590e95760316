package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.verification.dropout.Faults.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The battery judged: it passes dropout that is right and rejects each mistake, by the statistic that is there for it. No kernel
 * runs here, so one provider is enough.
 */
@DisabledIfSystemProperty(named = "nacre.kernels", matches = "vector")
class SeededFaultsTest {
    private static final long SEED = 20_140_615;

    static List<Fault> faults() {
        return Faults.all();
    }

    @Test
    void passesWhatIsRight() {
        Battery.run(new Reference(), SEED).assertHealthy("reference");
        Battery.run(new Faults.Faulty(1 << 22, 0.1), SEED).assertHealthy("large reference");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void rejects(Fault fault) {
        Findings findings = Battery.run(fault.candidate(), SEED);
        assertTrue(
                fault.isRejected(findings),
                () -> "not rejected by " + fault.check() + " " + fault.statistic() + ", but by:\n"
                        + findings.rejections().stream()
                                .limit(20)
                                .map(Finding::toString)
                                .collect(Collectors.joining("\n")));
    }
}
