package dev.nacre.verification.dropout;

import org.junit.jupiter.api.Test;

/** The battery on the masks of the runtime, with the provider that the virtual machine was started for. */
class KernelBatteryTest {
    private static final long SEED = 2_012;

    @Test
    void masksOfTheKernels() {
        Candidate candidate = new KernelCandidate(1 << 22);
        Battery.run(candidate, SEED).assertHealthy(candidate.name());
    }
}
