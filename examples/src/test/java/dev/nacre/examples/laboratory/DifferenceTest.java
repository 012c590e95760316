package dev.nacre.examples.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.examples.page.Numbers;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void pairsImageWithImage() {
        // Every image is better by one, so images say nothing of chance.
        Difference difference = Difference.of(new float[][] {{2, 5, 9}}, new float[][] {{1, 4, 8}});
        assertEquals(1, difference.value(), 1e-12);
        assertEquals(0, difference.error(), 1e-12);
    }

    @Test
    void errorsOfImagesAndSeedsAddUpSquared() {
        // Means by image are 1 and 3: squared error 1. Means by seed are 1 and 3 as well: squared error 1.
        Difference difference = Difference.of(new float[][] {{0, 2}, {2, 4}}, new float[2][2]);
        assertEquals(2, difference.value(), 1e-12);
        assertEquals(Math.sqrt(2), difference.error(), 1e-12);
    }

    @Test
    void verdictsFollowTheNumbers() {
        assertEquals(Verdict.HOLDS, Verdict.larger(new Difference(0.21, 0.1)));
        assertEquals(Verdict.OPEN, Verdict.larger(new Difference(0.19, 0.1)));
        assertEquals(Verdict.FAILS, Verdict.larger(new Difference(-0.21, 0.1)));
        assertEquals(Verdict.FAILS, Verdict.smaller(new Difference(0.21, 0.1)));
        assertEquals(Verdict.OPEN, Verdict.smaller(new Difference(-0.19, 0.1)));
        assertEquals(Verdict.HOLDS, Verdict.smaller(new Difference(-0.21, 0.1)));
    }

    @Test
    void numbersAreWrittenAsInPrint() {
        assertEquals("−1.2 ± 0.4 points", new Difference(-0.0121, 0.0042).points());
        assertEquals("+0.120 ± 0.004", new Difference(0.1204, 0.0042).plain());
        assertEquals("0.0", Numbers.signed(-0.01, 1));
        assertEquals("3.1 × 10⁻⁷", Numbers.scientific(3.14e-7));
        assertEquals("0.5", Numbers.plain(0.5));
        assertEquals("−2", Numbers.plain(-2));
    }
}
