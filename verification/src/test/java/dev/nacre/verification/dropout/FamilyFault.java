package dev.nacre.verification.dropout;

import java.util.function.LongFunction;

/**
 * A mistake in a member of the family, with the battery that it goes through.
 *
 * @param check the check that must reject it, whatever others do
 * @param statistic what the finding must name
 */
record FamilyFault(String name, LongFunction<Findings> battery, String check, String statistic) {
    boolean isRejected(Findings findings) {
        return findings.rejections().stream()
                .anyMatch(finding ->
                        finding.check().equals(check) && finding.what().contains(statistic));
    }

    @Override
    public String toString() {
        return name;
    }
}
