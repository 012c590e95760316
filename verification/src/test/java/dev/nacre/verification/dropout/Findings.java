package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that the battery found, in its order. */
final class Findings {
    /** Standard deviations: 5.7e-7 false alarms for each normal statistic. */
    static final double LIMIT = 5;

    private final List<Finding> all = new ArrayList<>();

    void sigma(String check, String what, double z) {
        all.add(new Finding(check, what, z, LIMIT));
    }

    void exact(String check, String what, long wrong) {
        all.add(new Finding(check, what, wrong, 0));
    }

    void addAll(Findings other) {
        all.addAll(other.all);
    }

    List<Finding> all() {
        return all;
    }

    List<Finding> rejections() {
        return all.stream().filter(Finding::rejects).toList();
    }

    /** @return the checks that reject, such as D4 */
    Set<String> rejectedBy() {
        return rejections().stream().map(Finding::check).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the checks that had something to say */
    Set<String> checks() {
        return all.stream().map(Finding::check).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return how many normal statistics lie beyond a number of standard deviations */
    long beyond(double sigma) {
        return all.stream()
                .filter(finding -> finding.limit() > 0 && !(Math.abs(finding.value()) <= sigma))
                .count();
    }

    /** @return the most standard deviations of all normal statistics */
    double worst() {
        return all.stream()
                .filter(finding -> finding.limit() > 0)
                .mapToDouble(finding -> Math.abs(finding.value()))
                .max()
                .orElse(0);
    }

    long normal() {
        return all.stream().filter(finding -> finding.limit() > 0).count();
    }

    void assertHealthy(String who) {
        assertFalse(all.isEmpty(), who + ": nothing was measured");
        List<Finding> rejections = rejections();
        assertTrue(
                rejections.isEmpty(),
                () -> who + ": " + rejections.size() + " of " + all.size() + " statistics reject:\n"
                        + rejections.stream().limit(20).map(Finding::toString).collect(Collectors.joining("\n")));
    }
}
