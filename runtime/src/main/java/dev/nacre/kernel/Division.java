package dev.nacre.kernel;

/** A run of numbers in parts, for {@link Threads#divide}: one for each calling thread. */
final class Division implements Workers.Work {
    /** Parts for each thread: more than one, because threads of a shared machine do not run evenly. */
    private static final int PARTS = 2;

    private Threads.Work work;
    private int count;
    private int parts;

    void run(Threads.Work work, int count, int least) {
        Workers workers = Workers.shared();
        int threads = workers.threads();
        int most = threads == 1 ? 1 : Math.min(threads * PARTS, count / Math.max(1, least));
        if (most < 2 || this.work != null) {
            // Work that divides work of its own does that alone.
            work.run(0, count);
            return;
        }
        this.work = work;
        this.count = count;
        this.parts = most;
        try {
            workers.run(this, most);
        } finally {
            this.work = null;
        }
    }

    @Override
    public void run(int part) {
        work.run(from(part), from(part + 1));
    }

    private int from(int part) {
        return (int) ((long) part * count / parts);
    }
}
