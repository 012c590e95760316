package dev.nacre.verification;

/** The classes of {@link Iris}. */
enum Species {
    SETOSA,
    VERSICOLOR,
    VIRGINICA
}
