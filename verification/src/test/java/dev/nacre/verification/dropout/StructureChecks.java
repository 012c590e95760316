package dev.nacre.verification.dropout;

/**
 * D13 and D14: elements that share a decision agree, and the decisions pass D1 to D12 as a mask of their own. For D14 those say too that
 * sequences have different masks (D6 rows), and the masks of inputs and of states (D6 layers).
 */
final class StructureChecks {
    private StructureChecks() {}

    /** D13 of rows of (channel, position). */
    static Findings spatial(Candidate candidate, int channels, long seed) {
        return shared("D13", SharedView.ofChannels(candidate, channels), seed);
    }

    /** D14 of rows of (time, feature). */
    static Findings variational(Candidate candidate, int features, long seed) {
        return shared("D14", SharedView.ofFeatures(candidate, features), seed);
    }

    private static Findings shared(String check, SharedView view, long seed) {
        Findings findings = Battery.run(view, seed);
        findings.exact(check, "elements that share a decision agree", view.disagreements());
        return findings;
    }
}
