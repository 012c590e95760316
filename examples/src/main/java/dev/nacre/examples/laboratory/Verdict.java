package dev.nacre.examples.laboratory;

/** What the numbers say of a claim. */
enum Verdict {
    HOLDS("holds"),
    FAILS("does not hold"),
    OPEN("undecided");

    final String words;

    Verdict(String words) {
        this.words = words;
    }

    static Verdict of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }

    /** A claim that something is larger: undecided within two standard errors. */
    static Verdict larger(Difference difference) {
        if (!difference.isClear()) {
            return OPEN;
        }
        return of(difference.value() > 0);
    }

    /** A claim that something is smaller: undecided within two standard errors. */
    static Verdict smaller(Difference difference) {
        if (!difference.isClear()) {
            return OPEN;
        }
        return of(difference.value() < 0);
    }
}
