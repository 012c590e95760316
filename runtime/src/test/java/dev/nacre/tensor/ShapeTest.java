package dev.nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void countsElements() {
        assertEquals(784, Shape.of(1, 28, 28).elements());
        assertEquals(1, Shape.of().elements());
        assertEquals(0, Shape.of(0, Integer.MAX_VALUE, Integer.MAX_VALUE).elements());
        assertEquals(0, Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 0).elements());
        assertEquals(Shape.MAX_ELEMENTS, Shape.of(Shape.MAX_ELEMENTS).elements());
    }

    @Test
    void refusesWhatNoArrayHolds() {
        String negative = assertThrows(IllegalArgumentException.class, () -> Shape.of(3, -2))
                .getMessage();
        assertTrue(negative.contains("3x-2") && negative.contains("negative size -2"), negative);
        // 65536 * 65536 is 0 in int arithmetic.
        String large = assertThrows(IllegalArgumentException.class, () -> Shape.of(65536, 65536))
                .getMessage();
        assertTrue(large.contains("65536x65536") && large.contains("more elements"), large);
        assertThrows(IllegalArgumentException.class, () -> Shape.of(Shape.MAX_ELEMENTS + 1));
    }

    @Test
    void isImmutable() {
        int[] sizes = {2, 3};
        Shape shape = Shape.of(sizes);
        sizes[0] = 9;
        shape.toArray()[1] = 9;
        assertArrayEquals(new int[] {2, 3}, shape.toArray());
    }

    @Test
    void knowsItsBatches() {
        Shape sample = Shape.of(1, 28, 28);
        assertEquals(Shape.of(256, 1, 28, 28), sample.withBatch(256));
        assertTrue(sample.isSampleOf(Shape.of(7, 1, 28, 28)));
        assertFalse(sample.isSampleOf(Shape.of(7, 1, 28, 27)));
        assertFalse(sample.isSampleOf(Shape.of(7, 784)));
        assertFalse(sample.isSampleOf(sample));
        assertTrue(Shape.of().isSampleOf(Shape.of(5)));
    }

    @Test
    void comparesAndPrintsSizes() {
        assertEquals(Shape.of(2, 3), Shape.of(2, 3));
        assertEquals(Shape.of(2, 3).hashCode(), Shape.of(2, 3).hashCode());
        assertNotEquals(Shape.of(2, 3), Shape.of(3, 2));
        assertNotEquals(Shape.of(6), Shape.of(2, 3));
        assertEquals("256x1x28x28", Shape.of(256, 1, 28, 28).toString());
        assertEquals("scalar", Shape.of().toString());
    }
}
