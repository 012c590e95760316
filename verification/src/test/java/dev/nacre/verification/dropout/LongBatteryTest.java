package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.verification.dropout.Faults.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The battery at length, with {@code -Dnacre.battery=long}: large samples, new seeds in every run, until {@code nacre.battery.minutes} (5) are
 * over. It prints its seed; {@code nacre.battery.seed} repeats it.
 *
 * <p>Of a hundred thousand normal statistics 0.06 lie beyond five sigma by chance. So a run that fails by one statistic, little beyond
 * five, is to be repeated with another seed: chance does not come twice at one place, a fault does.
 */
@EnabledIfSystemProperty(named = "nacre.battery", matches = "long")
class LongBatteryTest {
    private static final double BEYOND_THREE = 0.0027;

    @Test
    void rotatingSeeds() {
        long seed = Long.getLong("nacre.battery.seed", System.currentTimeMillis());
        long end = System.nanoTime() + Integer.getInteger("nacre.battery.minutes", 5) * 60_000_000_000L;
        System.out.println("battery: -Dnacre.battery.seed=" + seed);
        Findings all = new Findings();
        int rounds = 0;
        do {
            round(seed + 1_000_003L * rounds, rounds, all);
            rounds++;
        } while (System.nanoTime() < end);
        System.out.printf(
                "battery: worst %.3f sigma; %d rounds, %d statistics, of these %d normal: %d beyond 3 sigma (%.0f expected), %d beyond 4 (%.1f),"
                        + " %d beyond 5 (%.3f)%n",
                all.worst(),
                rounds,
                all.all().size(),
                all.normal(),
                all.beyond(3),
                BEYOND_THREE * all.normal(),
                all.beyond(4),
                6.33e-5 * all.normal(),
                all.beyond(5),
                5.73e-7 * all.normal());
        all.assertHealthy("seed " + seed);
        // The limits are worth what the approximations are worth: there is no more beyond three than there should be,
        // and not much less. Counts are judged by exact tails, "this many or more", which for whole numbers are less
        // often beyond three than a normal number is.
        double beyond = all.beyond(3) / (BEYOND_THREE * all.normal());
        assertTrue(beyond > 0.5 && beyond < 1.25, () -> "beyond 3 sigma " + beyond + " times what is expected");
    }

    private static void round(long seed, int round, Findings all) {
        List<Candidate> candidates = new ArrayList<>(List.of(
                new KernelCandidate(1 << 24),
                GeneratedCandidate.alone(1 << 20),
                GeneratedCandidate.fused(1 << 19),
                GeneratedCandidate.unrolled(1 << 19)));
        for (Candidate candidate : candidates) {
            all.addAll(Battery.run(candidate, seed));
        }
        Family.all(8).forEach(member -> all.addAll(member.run(seed)));
        if (round % 5 == 0) {
            for (Fault fault : Faults.all()) {
                assertTrue(fault.isRejected(Battery.run(fault.candidate(), seed)), () -> fault + ", seed " + seed);
            }
            for (FamilyFault fault : FamilyFaultsTest.faults()) {
                assertTrue(fault.isRejected(fault.battery().apply(seed)), () -> fault + ", seed " + seed);
            }
        }
    }
}
