package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    private final int before = Threads.count();

    @AfterEach
    void restore() {
        Threads.count(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyPartRunsOnce(int threads) {
        Workers workers = new Workers(threads);
        for (int round = 0; round < 2000; round++) {
            int parts = round % 23;
            AtomicIntegerArray runs = new AtomicIntegerArray(parts);
            workers.run(runs::incrementAndGet, parts);
            for (int part = 0; part < parts; part++) {
                assertEquals(1, runs.get(part));
            }
        }
    }

    @Test
    void helpersHelpAndWakeUpAgain() throws InterruptedException {
        Workers workers = new Workers(2);
        for (int round = 0; round < 3; round++) {
            assertTrue(helped(workers), "in round " + round);
            // Long enough for the helper to go to sleep.
            Thread.sleep(20);
        }
    }

    /** Parts that last: sooner or later the other thread has one of them. */
    private static boolean helped(Workers workers) {
        ConcurrentHashMap.KeySetView<Thread, Boolean> seen = ConcurrentHashMap.newKeySet();
        for (int attempt = 0; attempt < 1000 && seen.size() < 2; attempt++) {
            workers.run(
                    part -> {
                        seen.add(Thread.currentThread());
                        long until = System.nanoTime() + 100_000;
                        while (System.nanoTime() < until) {
                            Thread.onSpinWait();
                        }
                    },
                    8);
        }
        return seen.size() == 2;
    }

    @Test
    void whoFindsThemBusyWorksAlone() {
        Workers workers = new Workers(2);
        List<Thread> inner = new ArrayList<>();
        workers.run(
                part -> {
                    if (part == 0) {
                        Thread me = Thread.currentThread();
                        workers.run(nested -> assertSame(me, Thread.currentThread()), 4);
                        inner.add(me);
                    }
                },
                2);
        assertEquals(1, inner.size());
    }

    @Test
    void whatAPartThrowsReachesTheCaller() {
        Workers workers = new Workers(2);
        for (int wrong = 0; wrong < 6; wrong++) {
            int bad = wrong;
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(
                            part -> {
                                if (part == bad) {
                                    throw new IllegalStateException("part " + part);
                                }
                            },
                            6));
            assertEquals("part " + bad, thrown.getMessage());
        }
        AtomicIntegerArray runs = new AtomicIntegerArray(4);
        workers.run(runs::incrementAndGet, 4);
        assertEquals(1, runs.get(3));
    }

    @Test
    void theNumberCanChangeWhileOthersCompute() throws InterruptedException {
        AtomicIntegerArray runs = new AtomicIntegerArray(1);
        Thread user = new Thread(() -> {
            for (int i = 0; i < 3000; i++) {
                Workers.shared().run(part -> runs.incrementAndGet(0), 5);
            }
        });
        user.start();
        for (int i = 0; user.isAlive(); i++) {
            Threads.count(1 + i % 3);
        }
        user.join();
        assertEquals(15000, runs.get(0));
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> Threads.count(0));
        assertThrows(IllegalArgumentException.class, () -> Threads.count(1025));
        Threads.count(3);
        assertEquals(3, Threads.count());
    }

    /** Rows alone, columns alone, both; with and without packing; with an end that needs whole rows. */
    @ParameterizedTest
    @ValueSource(strings = {"256 784 256", "32 784 256", "256 256 10", "10 256 256", "97 131 203", "7 700 300"})
    void productsHaveTheSameBitsForAnyNumber(String shape) {
        String[] sizes = shape.split(" ", -1);
        int rows = Integer.parseInt(sizes[0]);
        int in = Integer.parseInt(sizes[1]);
        int out = Integer.parseInt(sizes[2]);
        for (Named<Kernels> provider : Providers.all()) {
            Kernels kernels = provider.getPayload();
            float[][] alone = products(kernels, 1, rows, in, out);
            for (int threads = 2; threads < 5; threads++) {
                float[][] together = products(kernels, threads, rows, in, out);
                for (int i = 0; i < alone.length; i++) {
                    assertArrayEquals(alone[i], together[i]);
                }
            }
        }
    }

    private static float[][] products(Kernels kernels, int threads, int rows, int in, int out) {
        Threads.count(threads);
        Random random = new Random(rows);
        float[] x = Floats.normal(random, rows * in);
        float[] w = Floats.normal(random, out * in);
        float[] b = Floats.normal(random, out);
        float[] y = new float[rows * out];
        float[] dx = new float[rows * in];
        float[] dw = Floats.normal(random, out * in);
        Mask mask = new Mask(0.3, 1);
        mask.draw(7, 9);
        kernels.dense(x, w, b, y, rows, in, out, Activation.TANH, mask);
        kernels.denseInputGradient(y, w, dx, rows, in, out);
        kernels.denseWeightGradient(y, x, dw, rows, in, out, true);
        return new float[][] {y, dx, dw};
    }
}
