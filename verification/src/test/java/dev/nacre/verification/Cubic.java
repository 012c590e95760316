package dev.nacre.verification;

/** A function of the user's. */
final class Cubic {
    private Cubic() {}

    static float value(float x) {
        return 0.1f * x * x * x;
    }

    static double derivative(double x) {
        return 0.3 * x * x;
    }
}
