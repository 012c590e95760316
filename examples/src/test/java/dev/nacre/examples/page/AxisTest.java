package dev.nacre.examples.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void ticksAreRoundNumbers() {
        Axis axis = Axis.rounded(0.13, 0.87, 0, 100, 5);
        assertEquals(
                List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"),
                axis.ticks().stream().map(axis::label).toList());
        assertEquals(0, axis.at(0), 1e-9);
        assertEquals(100, axis.at(1), 1e-9);
        assertEquals(50, axis.at(0.5), 1e-9);
    }

    @Test
    void largeNumbersHaveNoDigitsBehindThePoint() {
        Axis axis = Axis.rounded(0, 118, 0, 100, 6);
        assertEquals(
                List.of("0", "20", "40", "60", "80", "100", "120"),
                axis.ticks().stream().map(axis::label).toList());
    }

    @Test
    void oneValueAloneHasAnAxis() {
        Axis axis = Axis.rounded(3, 3, 0, 100, 5);
        assertEquals(true, Double.isFinite(axis.at(3)));
    }

    @Test
    void htmlEscapesAndCloses() {
        assertEquals(
                "<p class=\"a &amp; b\">1 &lt; 2 <code>x</code> <em>much</em></p>\n",
                new Html().element("p", "1 < 2 `x` *much*", "class", "a & b").toString());
        assertThrows(IllegalStateException.class, () -> new Html().open("p").toString());
    }
}
