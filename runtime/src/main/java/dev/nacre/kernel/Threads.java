package dev.nacre.kernel;

/**
 * How many threads one call of the arithmetic may use. The default is the number of processors, or the system property
 * {@code nacre.threads}. Results have the same bits for any number: threads divide outputs, and a sum only in runs that
 * follow from its sizes alone.
 *
 * <p>The helping threads are daemons shared by the whole process. They help one caller at a time: a second one computes on its
 * own thread alone, so that many threads with a network each do not wait for each other. After work they look for more for a
 * fifth of a millisecond and then sleep. Where a program keeps all processors busy by itself, such as a server with a
 * predictor in every request, 1 is the right number. One sample is computed on the caller's thread, unless
 * {@link #spreadSamples} says otherwise.
 */
public final class Threads {
    private static final String PROPERTY = "nacre.threads";
    private static final int MOST = 1024;

    private static volatile boolean spreadsSamples;

    private Threads() {}

    /**
     * @return the number of threads that one call may use, the caller's included
     * @throws IllegalArgumentException if the system property is not a number from 1 to 1024, as all calls throw that divide their
     *     work until {@link #count(int)} has set one
     */
    public static int count() {
        return Workers.shared().threads();
    }

    /**
     * Sets the number for the whole process, from the next call on.
     *
     * @param threads the caller's included; 1 for no help
     * @throws IllegalArgumentException if it is not from 1 to 1024
     */
    public static void count(int threads) {
        if (threads < 1 || threads > MOST) {
            throw new IllegalArgumentException(
                    "the number of threads is " + threads + ", but must be from 1 (the caller alone) to " + MOST);
        }
        Workers.share(threads);
    }

    /** @return whether one sample is divided among the threads */
    public static boolean spreadsSamples() {
        return spreadsSamples;
    }

    /**
     * Says for the whole process whether a predictor divides one sample among the threads, from the next call on. It does not at
     * first. The answer then comes sooner, with the same bits, and occupies more processors: it is for one caller at a time that waits
     * for it. Layers of fewer than some ten thousand multiply-adds stay on the caller's thread all the same.
     *
     * @param spread whether to divide
     */
    public static void spreadSamples(boolean spread) {
        spreadsSamples = spread;
    }

    /** What can be done in runs, in any order and by several threads at once: no run depends on another. */
    public interface Work {
        /**
         * Does one run.
         *
         * @param from the first number of the run
         * @param to the number after the last one
         */
        void run(int from, int to);
    }

    /**
     * Lets the threads share the numbers from 0 to {@code count - 1}, such as rows or elements, and returns when all are
     * done. Where the helping threads are busy, the caller does all of it. Allocates nothing; work that is kept in a field
     * costs nothing to hand over.
     *
     * @param work what is done with each run
     * @param count how many numbers there are
     * @param least the shortest run that is worth handing over: about 10 microseconds of work. With fewer than two of
     *     them everything is done by the caller in one run
     */
    public static void divide(Work work, int count, int least) {
        Scratch.get().division().run(work, count, least);
    }

    /**
     * @return what the system property says, else the number of processors
     * @throws IllegalArgumentException if the property is not a number from 1 to 1024
     */
    static int initial() {
        String value = System.getProperty(PROPERTY);
        if (value == null) {
            return Math.min(MOST, Runtime.getRuntime().availableProcessors());
        }
        try {
            int threads = Integer.parseInt(value.strip());
            if (threads >= 1 && threads <= MOST) {
                return threads;
            }
        } catch (NumberFormatException e) {
            // Told below with the numbers that are out of range.
        }
        throw new IllegalArgumentException("system property " + PROPERTY + " is \"" + value
                + "\", but must be a number from 1 (the caller alone) to " + MOST
                + "; remove it for one per processor");
    }
}
