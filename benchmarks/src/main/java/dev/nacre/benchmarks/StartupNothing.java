package dev.nacre.benchmarks;

/** The empty program that {@link Startup} compares with. */
final class StartupNothing {
    private StartupNothing() {}

    /** @param arguments not read */
    public static void main(String[] arguments) {}
}
