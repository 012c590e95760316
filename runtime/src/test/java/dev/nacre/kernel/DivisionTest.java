package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {
    private final int before = Threads.count();

    @AfterEach
    void restore() {
        Threads.count(before);
    }

    private static void count(AtomicIntegerArray numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers.incrementAndGet(i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyNumberIsInOneRun(int threads) {
        Threads.count(threads);
        for (int count = 0; count < 200; count++) {
            AtomicIntegerArray numbers = new AtomicIntegerArray(count);
            Threads.divide((from, to) -> count(numbers, from, to), count, 1 + count % 9);
            for (int i = 0; i < count; i++) {
                assertEquals(1, numbers.get(i));
            }
        }
    }

    @Test
    void runsAreAsLongAsAsked() {
        Threads.count(4);
        AtomicInteger runs = new AtomicInteger();
        Threads.divide(
                (from, to) -> {
                    assertTrue(to - from >= 30);
                    runs.incrementAndGet();
                },
                100,
                30);
        assertEquals(3, runs.get());
        Threads.divide((from, to) -> assertEquals(59, to - from), 59, 30);
    }

    @Test
    void workMayDivideWorkOfItsOwn() {
        Threads.count(3);
        AtomicIntegerArray numbers = new AtomicIntegerArray(100);
        Threads.divide(
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        int first = 10 * row;
                        Threads.divide((some, end) -> count(numbers, first + some, first + end), 10, 1);
                    }
                },
                10,
                1);
        for (int i = 0; i < 100; i++) {
            assertEquals(1, numbers.get(i));
        }
    }

    @Test
    void whatARunThrowsReachesTheCallerAndLeavesNothingBehind() {
        Threads.count(2);
        assertThrows(
                IllegalStateException.class,
                () -> Threads.divide(
                        (from, to) -> {
                            throw new IllegalStateException();
                        },
                        8,
                        1));
        everyNumberIsInOneRun(2);
    }
}
