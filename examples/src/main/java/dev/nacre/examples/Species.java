package dev.nacre.examples;

/** The species of an iris. */
public enum Species {
    /** Iris setosa, the bristle-pointed iris. */
    SETOSA,
    /** Iris versicolor, the blue flag. */
    VERSICOLOR,
    /** Iris virginica, the Virginia iris. */
    VIRGINICA
}
