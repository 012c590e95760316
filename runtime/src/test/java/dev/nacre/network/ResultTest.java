package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultTest {
    private final Result result = new Result(Shape.of(3));

    @Test
    void keepsTheResultBefore() {
        result.next(2)[5] = 1;
        Tensor before = result.tensor();
        result.next(2)[5] = 2;
        assertEquals(1, before.get(1, 2));
        assertEquals(2, result.tensor().get(1, 2));
        result.next(2)[5] = 3;
        assertEquals(3, before.get(1, 2));
    }

    @Test
    void hasTheShapeOfTheBatch() {
        result.next(2);
        assertArrayEquals(new int[] {2, 3}, result.tensor().shape());
        result.next(1);
        assertArrayEquals(new int[] {1, 3}, result.tensor().shape());
        assertTrue(result.next(4).length >= 12);
        assertArrayEquals(new int[] {4, 3}, result.tensor().shape());
    }

    @Test
    void allocatesNothingWhileBatchSizesRepeat() {
        int[] sizes = {256, 256, 96, 500, 500, 100, 1};
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int round = 0; round < 4; round++) {
            remember(sizes, seen);
        }
        int before = seen.size();
        for (int round = 0; round < 4; round++) {
            remember(sizes, seen);
        }
        assertEquals(before, seen.size());
    }

    private void remember(int[] sizes, Set<Object> seen) {
        for (int size : sizes) {
            seen.add(result.next(size));
            seen.add(result.tensor());
        }
    }

    @Test
    void growsWithoutTouchingOldResults() {
        result.next(1)[0] = 7;
        Tensor small = result.tensor();
        result.next(1);
        float[] grown = result.next(100);
        grown[0] = 8;
        assertEquals(7, small.get(0, 0));
        result.next(1);
        assertSame(grown, result.next(1));
        assertNotSame(small, result.tensor());
    }

    @Test
    void remembersTheLatestSizes() {
        for (int size = 1; size <= 50; size++) {
            result.next(size);
            assertEquals(size, result.tensor().sizes().size(0));
        }
        assertTrue(result.next(3).length >= 9);
        assertArrayEquals(new int[] {3, 3}, result.tensor().shape());
    }

    @Test
    void refusesBeforeTheFirstRunAndBeyondArrays() {
        assertThrows(IllegalStateException.class, result::tensor);
        assertThrows(IllegalArgumentException.class, () -> result.next(Integer.MAX_VALUE));
    }
}
