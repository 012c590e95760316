package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private enum Port {
        EAST,
        WEST
    }

    @Test
    void numbers() {
        assertEquals(3f, Encoding.number(3f, "n"));
        assertEquals(0.1f, Encoding.number(0.1, "n"));
        assertEquals(7f, Encoding.number(Long.valueOf(7), "n"));
        assertEquals(3f, Encoding.numberOrMissing(3f, "n"));
        assertTrue(Float.isNaN(Encoding.numberOrMissing((Double) null, "n")));
        assertTrue(Float.isNaN(Encoding.numberOrMissing(Double.NaN, "n")));
        String remedy = ": every component of a record needs a value; give it one, or put @Missing, @Standardize or"
                + " @MinMax on the component, which allow it to be missing";
        assertEquals("R.a is null" + remedy, refusal(() -> Encoding.number((Integer) null, "R.a")));
        assertEquals("R.a is NaN" + remedy, refusal(() -> Encoding.number(Float.NaN, "R.a")));
        assertEquals("R.a is NaN" + remedy, refusal(() -> Encoding.number(Double.NaN, "R.a")));
        assertEquals("R.a is NaN" + remedy, refusal(() -> Encoding.number(Float.valueOf(Float.NaN), "R.a")));
    }

    @Test
    void infinities() {
        String remedy = " as a float: every component of a record is finite; give it a finite value";
        assertEquals(Float.MAX_VALUE, Encoding.number(Float.MAX_VALUE, "n"));
        assertEquals("R.a is Infinity" + remedy, refusal(() -> Encoding.number(Float.POSITIVE_INFINITY, "R.a")));
        assertEquals("R.a is -Infinity" + remedy, refusal(() -> Encoding.number(-1e300, "R.a")));
        assertEquals("R.a is Infinity" + remedy, refusal(() -> Encoding.number(Double.valueOf(1e300), "R.a")));
        assertEquals(
                "R.a is -Infinity" + remedy, refusal(() -> Encoding.numberOrMissing(Float.NEGATIVE_INFINITY, "R.a")));
        assertEquals("R.a is Infinity" + remedy, refusal(() -> Encoding.numberOrMissing(1e300, "R.a")));
        assertEquals(
                "R.a is Infinity" + remedy,
                refusal(() -> Encoding.numberOrMissing(Double.valueOf(Double.POSITIVE_INFINITY), "R.a")));
    }

    @Test
    void samples() {
        Encoding.sample("", "Flower");
        assertEquals("a sample is null: give one Flower for each", refusal(() -> Encoding.sample(null, "Flower")));
    }

    @Test
    void flags() {
        assertEquals(1f, Encoding.flag(true, "f"));
        assertEquals(0f, Encoding.flagOrMissing(false));
        assertTrue(Float.isNaN(Encoding.flagOrMissing(null)));
        assertEquals(
                "R.b is null: every component of a record needs a value; give it one, or put @Missing on the component,"
                        + " which allows it to be missing",
                refusal(() -> Encoding.flag((Boolean) null, "R.b")));
    }

    @Test
    void places() {
        float[] elements = {9, 9, 9, 9};
        Encoding.oneHot(Port.WEST, elements, 1, 2, "R.c");
        assertArrayEquals(new float[] {9, 0, 1, 9}, elements);
        Encoding.oneHotOrMissing(null, elements, 1, 3);
        assertArrayEquals(new float[] {9, 0, 0, 1}, elements);
        Encoding.oneHotOrMissing(Port.EAST, elements, 1, 3);
        assertArrayEquals(new float[] {9, 1, 0, 0}, elements);
        assertEquals(1f, Encoding.ordinal(Port.WEST, "R.c"));
        assertEquals(2f, Encoding.ordinalOrMissing(null, 2));
        assertThrows(IllegalArgumentException.class, () -> Encoding.ordinal(null, "R.c"));
    }

    @Test
    void checksOfPlaces() {
        Tensor columns = Tensor.of(new float[] {0, 1, 5, 2}, 2, 2);
        Checks.places("R.c", columns, 2, 1, 3);
        assertEquals(
                "R.c is 5.0 in sample 1, column 0: expected the place of an enum constant, a whole number from 0 to 2,"
                        + " as encode(...) writes it",
                refusal(() -> Checks.places("R.c", columns, 2, 0, 3)));
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
