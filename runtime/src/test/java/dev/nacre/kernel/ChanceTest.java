package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What masks on values, masks on weights and noise have in common. */
class ChanceTest {
    private static final int COLUMNS = 24;

    /** What makes one with a p, what it reads while it changes nothing, and a p that it refuses. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("mask", p -> new Mask(p, 3, MaskShape.of(COLUMNS)), 1, 1.01),
                kind("connections", p -> new Connections(p, 3), 1, 1.01),
                kind("matched connections", p -> new Connections(p, 3, true), 1, 1),
                kind("factors", p -> RandomNoise.factors(p, 3), 1, 1),
                kind("summands", p -> new RandomNoise(0, p, 3), 0, -0.01));
    }

    private static Arguments kind(String name, DoubleFunction<Chance> make, float neutral, double wrong) {
        return Arguments.of(name, make, neutral, wrong);
    }

    private static float[] read(Chance chance) {
        float[] read = new float[5 * COLUMNS];
        chance.read(read, COLUMNS);
        return read;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void anotherPIsAsIfDeclared(String name, DoubleFunction<Chance> make, float neutral, double wrong) {
        Chance chance = make.apply(0.2);
        chance.draw(7, 9);
        float[] before = read(chance);
        chance.p(0.6);
        float[] off = new float[5 * COLUMNS];
        Arrays.fill(off, neutral);
        assertArrayEquals(off, read(chance));
        assertEquals(0.6, chance.p());
        Chance declared = make.apply(0.6);
        Chance copy = chance.copy();
        for (Chance one : new Chance[] {chance, declared, copy}) {
            one.draw(7, 9);
        }
        float[] expected = read(declared);
        assertFalse(Arrays.equals(before, expected));
        assertArrayEquals(expected, read(chance));
        assertArrayEquals(expected, read(copy));
        copy.draw(7, 10);
        assertFalse(Arrays.equals(expected, read(copy)));
        assertArrayEquals(expected, read(chance));
        chance.p(0);
        chance.draw(7, 9);
        assertArrayEquals(off, read(chance));
        chance.force(expected);
        assertArrayEquals(expected, read(chance));
        chance.off();
        assertArrayEquals(off, read(chance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void refusesWhatIsOutOfRange(String name, DoubleFunction<Chance> make, float neutral, double wrong) {
        Chance chance = make.apply(0.2);
        for (double p : new double[] {wrong, Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> chance.require(p), "p = " + p);
            assertThrows(IllegalArgumentException.class, () -> chance.p(p), "p = " + p);
            assertThrows(IllegalArgumentException.class, () -> make.apply(p), "p = " + p);
        }
        assertEquals(0.2, chance.p());
        assertEquals(0.3, chance.require(0.3));
    }
}
