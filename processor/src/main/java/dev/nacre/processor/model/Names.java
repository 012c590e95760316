package dev.nacre.processor.model;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Names that are near one another, and names that are taken. */
final class Names {
    /** What the generated class and {@code Object} have; a block's method could replace or clash with one of these. */
    private static final Set<String> MEMBERS = Set.of(
            "create",
            "load",
            "save",
            "train",
            "eval",
            "mode",
            "forward",
            "loss",
            "backward",
            "backpropagate",
            "findNonFinite",
            "parameters",
            "state",
            "outputs",
            "predictor",
            "predict",
            "probabilities",
            "monteCarlo",
            "monteCarloOutputs",
            "predictMonteCarlo",
            "step",
            "seed",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    /** The fields of the generated class that an input or a label, a parameter of its methods, would hide. */
    private static final Set<String> FIELDS = Set.of("mode", "seed", "step");

    /** Of longer names nobody is reminded. */
    private static final int LONGEST = 500;

    private Names() {}

    static boolean reservedForBlock(String name, boolean loss) {
        // float loss(Tensor, int[]) and Loss loss(Tensor, Label) differ in their parameters.
        return MEMBERS.contains(name) && !(loss && name.equals("loss"));
    }

    static boolean reservedForInput(String name) {
        return FIELDS.contains(name);
    }

    /** @return the name at the smallest edit distance, if a slip of the finger explains it */
    static Optional<String> nearest(String name, Collection<String> known) {
        String best = null;
        // One letter for another is no slip where there are only two.
        int least = name.length() < 3 ? 1 : Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            // The distance of names costs the product of their lengths, and is at least their difference.
            if (name.length() > LONGEST || Math.abs(candidate.length() - name.length()) >= least) {
                continue;
            }
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Damerau and Levenshtein: insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
