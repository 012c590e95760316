package dev.nacre.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that help a caller with one piece of work at a time. The caller takes parts like everybody else and returns when
 * all are done; where the helpers are busy with somebody else's work, it does all parts itself and never waits.
 *
 * <p>Helpers are daemons. They look for work for a bounded time after the last one, because waking a sleeping thread
 * costs more than many a product, and then sleep until there is some.
 */
final class Workers {
    /** How long a helper looks for work before it sleeps: a training step has shorter gaps. */
    private static final long SPIN_NANOS = 200_000;

    /** Looks between two readings of the clock. */
    private static final int SPINS = 128;

    private static final int MOST_PARTS = 0xFFFF;

    /** Null until asked for: what the property says wrong is told by each call, and not by a class that cannot be used. */
    private static volatile Workers shared;

    private final int threads;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * Where the ticket is: the number of the piece of work (32 bits), the end (16) and the first (16) of the parts that nobody has
     * taken. All three in one word: a late helper must not take the new parts of a number that it has read before. The caller
     * takes the first, helpers the last: so each finds in its own cache what it made of the same rows in the work before.
     */
    private static final int TICKET = 16;

    /** Where it is counted how many parts are finished. */
    private static final int FINISHED = 32;

    /** The ticket and the parts that are finished, in cache lines of their own: helpers look at the ticket all the time. */
    private final AtomicLongArray shares = new AtomicLongArray(48);

    private final AtomicInteger asleep = new AtomicInteger();
    private Helper[] helpers;
    private volatile boolean closed;
    private volatile Throwable failure;

    /** Written before a ticket is issued, and unchanged until its last part is finished. */
    private Work work;

    /** @param threads callers included; the others start when they are first needed */
    Workers(int threads) {
        this.threads = threads;
    }

    /** What is done in parts, in any order and by any thread: parts must not depend on each other. */
    interface Work {
        void run(int part);
    }

    static Workers shared() {
        Workers now = shared;
        return now == null ? first() : now;
    }

    private static synchronized Workers first() {
        if (shared == null) {
            shared = new Workers(Threads.initial());
        }
        return shared;
    }

    /** Replaces the shared workers; those before finish what they have begun and end. */
    static synchronized void share(int threads) {
        Workers before = shared;
        if (before == null || before.threads != threads) {
            shared = new Workers(threads);
            if (before != null) {
                before.close();
            }
        }
    }

    int threads() {
        return threads;
    }

    /** Runs parts 0 to parts - 1, at most 65,535, and returns when all are done. */
    void run(Work work, int parts) {
        if (parts < 2 || parts > MOST_PARTS || threads < 2 || closed || !busy.compareAndSet(false, true)) {
            for (int part = 0; part < parts; part++) {
                work.run(part);
            }
            return;
        }
        try {
            distribute(work, parts);
        } finally {
            this.work = null;
            busy.set(false);
        }
    }

    private void distribute(Work work, int parts) {
        start();
        this.work = work;
        shares.lazySet(FINISHED, 0);
        failure = null;
        long number = (shares.get(TICKET) >>> 32) + 1 & 0xFFFFFFFFL;
        // The first part is the caller's: whoever divides the same work again finds its part of it in its cache.
        shares.set(TICKET, number << 32 | (long) parts << 16 | 1);
        wake();
        run(0);
        takeParts(number, false);
        for (int spins = 0; shares.get(FINISHED) < parts; spins++) {
            if (spins < 8 * SPINS) {
                Thread.onSpinWait();
            } else {
                // The helper that has the last part is not running: let it have this processor.
                Thread.yield();
            }
        }
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    /** Takes parts of one piece of work until none is left. */
    private void takeParts(long number, boolean last) {
        while (true) {
            long now = shares.get(TICKET);
            int first = (int) now & MOST_PARTS;
            int end = (int) now >>> 16;
            if (now >>> 32 != number || first == end) {
                return;
            }
            if (shares.compareAndSet(TICKET, now, last ? now - (1 << 16) : now + 1)) {
                run(last ? end - 1 : first);
            }
        }
    }

    /** A part that was taken: until it is finished, the work stands. */
    private void run(int part) {
        try {
            work.run(part);
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            shares.incrementAndGet(FINISHED);
        }
    }

    private void start() {
        if (helpers == null) {
            helpers = new Helper[threads - 1];
            for (int i = 0; i < helpers.length; i++) {
                helpers[i] = new Helper(i + 1, shares.get(TICKET) >>> 32);
                helpers[i].start();
            }
        }
    }

    private void wake() {
        if (asleep.get() > 0) {
            for (Helper helper : helpers) {
                if (helper.sleeping) {
                    LockSupport.unpark(helper);
                }
            }
        }
    }

    private void close() {
        closed = true;
        // Whoever is at work now has the helpers; afterwards nobody gets them any more.
        while (!busy.compareAndSet(false, true)) {
            Thread.yield();
        }
        if (helpers != null) {
            for (Helper helper : helpers) {
                LockSupport.unpark(helper);
            }
        }
        busy.set(false);
    }

    /** A thread that takes parts of whatever there is. */
    private final class Helper extends Thread {
        private long seen;
        private volatile boolean sleeping;

        Helper(int number, long seen) {
            super(null, null, "nacre-worker-" + number, 0, false);
            this.seen = seen;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (awaitWork()) {
                takeParts(seen, true);
            }
        }

        /** @return false when there will be none */
        private boolean awaitWork() {
            long since = System.nanoTime();
            while (true) {
                for (int spin = 0; spin < SPINS; spin++) {
                    if (arrived()) {
                        return true;
                    }
                    Thread.onSpinWait();
                }
                if (closed) {
                    return false;
                }
                if (System.nanoTime() - since > SPIN_NANOS) {
                    if (sleep()) {
                        return true;
                    }
                    since = System.nanoTime();
                }
            }
        }

        private boolean arrived() {
            long number = shares.get(TICKET) >>> 32;
            if (number == seen) {
                return false;
            }
            seen = number;
            return true;
        }

        /** Says that it sleeps before it looks a last time: whoever brings work after that look wakes it. */
        private boolean sleep() {
            sleeping = true;
            asleep.incrementAndGet();
            boolean found = arrived();
            if (!found && !closed) {
                LockSupport.park(Workers.this);
            }
            asleep.decrementAndGet();
            sleeping = false;
            return found || arrived();
        }
    }
}
