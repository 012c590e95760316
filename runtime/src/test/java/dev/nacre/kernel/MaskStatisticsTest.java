package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks are independent Bernoulli draws: every statistic stays within 5 standard deviations, with fixed seeds. */
class MaskStatisticsTest {
    private static boolean[] draw(double p, long seed, long step, int layer, int rows, int width) {
        Mask mask = new Mask(p, layer);
        mask.draw(seed, step);
        boolean[] keep = new boolean[rows * width];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = mask.keeps(i / width, i % width, width);
        }
        return keep;
    }

    private static void assertRate(String what, long kept, long n, double p) {
        double deviation = (kept - n * (1 - p)) / Math.sqrt(n * p * (1 - p));
        assertTrue(Math.abs(deviation) <= 5, () -> what + ": " + kept + " of " + n + " kept, " + deviation + " sigma");
    }

    /** Wilson and Hilferty: the cube root of chi-square is nearly normal. */
    private static void assertChiSquare(String what, double chiSquare, int degrees) {
        double spread = 2.0 / (9.0 * degrees);
        double z = (Math.cbrt(chiSquare / degrees) - (1 - spread)) / Math.sqrt(spread);
        assertTrue(Math.abs(z) <= 5, () -> what + ": chi-square " + chiSquare + " of " + degrees + ", " + z + " sigma");
    }

    private static void assertUncorrelated(String what, boolean[] a, boolean[] b, int lag, double p) {
        double sum = 0;
        int n = a.length - lag;
        for (int i = 0; i < n; i++) {
            sum += ((a[i] ? 1 : 0) - (1 - p)) * ((b[i + lag] ? 1 : 0) - (1 - p));
        }
        double z = sum / (p * (1 - p) * Math.sqrt(n));
        assertTrue(Math.abs(z) <= 5, () -> what + ": correlation of " + z + " sigma");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.25, 0.5, 0.9, 0.99})
    void keepRateOfAllAndOfEachUnit(double p) {
        int width = 65;
        int steps = 40;
        int rows = 50;
        int[] units = new int[width];
        double ofRows = 0;
        long all = 0;
        for (int step = 0; step < steps; step++) {
            boolean[] keep = draw(p, 11, step, 2, rows, width);
            for (int row = 0; row < rows; row++) {
                int inRow = 0;
                for (int column = 0; column < width; column++) {
                    if (keep[row * width + column]) {
                        units[column]++;
                        inRow++;
                    }
                }
                all += inRow;
                double d = inRow - width * (1 - p);
                ofRows += d * d / (width * p * (1 - p));
            }
        }
        int draws = steps * rows;
        assertRate("all", all, (long) draws * width, p);
        double ofUnits = 0;
        for (int unit : units) {
            double d = unit - draws * (1 - p);
            ofUnits += d * d / (draws * p * (1 - p));
        }
        assertChiSquare("units", ofUnits, width);
        // Counts of rare drops are far from normal; chi-square wants about 5 expected of each.
        if (width * Math.min(p, 1 - p) > 5) {
            assertChiSquare("rows", ofRows, draws);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void theFirstAndTheLastUnitsOfEveryWidth(double p) {
        for (int width = 1; width <= 65; width++) {
            int rows = 2000;
            boolean[] keep = draw(p, 5, width, 1, rows, width);
            int edge = Math.min(16, width);
            long first = 0;
            long last = 0;
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < edge; i++) {
                    first += keep[row * width + i] ? 1 : 0;
                    last += keep[(row + 1) * width - 1 - i] ? 1 : 0;
                }
            }
            assertRate("first of " + width, first, (long) rows * edge, p);
            assertRate("last of " + width, last, (long) rows * edge, p);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void independentInsideOneMask(double p) {
        int width = 250;
        boolean[] keep = draw(p, 3, 9, 4, 400, width);
        for (int lag = 1; lag <= 33; lag++) {
            assertUncorrelated("lag " + lag, keep, keep, lag, p);
        }
        for (int lag : new int[] {64, 128, width, 256, 512, 1024, 4096, 65536}) {
            assertUncorrelated("lag " + lag, keep, keep, lag, p);
        }
    }

    @Test
    void bytesOfTheMaskAreUniform() {
        boolean[] keep = draw(0.5, 13, 1, 1, 256, 256);
        int[] counts = new int[256];
        for (int i = 0; i < keep.length; i += 8) {
            int pattern = 0;
            for (int bit = 0; bit < 8; bit++) {
                pattern = pattern << 1 | (keep[i + bit] ? 1 : 0);
            }
            counts[pattern]++;
        }
        double expected = keep.length / 8 / 256.0;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertChiSquare("bytes", chiSquare, 255);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void layersStepsAndSeedsAreIndependent(double p) {
        int rows = 300;
        int width = 100;
        long seed = 1000;
        boolean[] keep = draw(p, seed, 50, 2, rows, width);
        for (int lag : new int[] {0, 1, 4, 8, 16, width}) {
            for (long other : new long[] {seed + 1, seed + 2, seed + 65536, seed + (1L << 32), -seed}) {
                assertUncorrelated("seed " + other, keep, draw(p, other, 50, 2, rows, width), lag, p);
            }
            for (long step : new long[] {51, 52, 50 + 65536, 50 + (1L << 32), -50}) {
                assertUncorrelated("step " + step, keep, draw(p, seed, step, 2, rows, width), lag, p);
            }
            for (int layer : new int[] {1, 3, 2 + 65536, -2}) {
                assertUncorrelated("layer " + layer, keep, draw(p, seed, 50, layer, rows, width), lag, p);
            }
            // Seed, step and layer exchanged.
            assertUncorrelated("exchanged", keep, draw(p, 50, seed, 2, rows, width), lag, p);
            assertUncorrelated("exchanged", keep, draw(p, seed, 2, 50, rows, width), lag, p);
        }
    }

    /** Proven and not sampled: the rate is p to 24 bits, because the threshold has 32. */
    @Test
    void theThresholdIsAsExactAsAFloat() {
        for (double p = 0; p <= 1; p += 1.0 / 1021) {
            double rate = Math.round(p * 0x1p32) / 0x1p32;
            assertTrue(Math.abs(rate - p) <= 0x1p-24);
        }
        // And it is that threshold which decides: words just below it are dropped, words from it on are kept.
        for (double p : new double[] {0.1, 0.5, 0.75, 0x1p-10}) {
            Mask mask = new Mask(p, 1);
            mask.draw(1, 1);
            long key = Threefry.block(Threefry.block(1, 1), Threefry.pair(1, 0x4D61736B));
            long threshold = Math.round(p * 0x1p32);
            for (int column = 0; column < 16; column++) {
                long word = Threefry.block(key, column) & 0xFFFFFFFFL;
                assertTrue(mask.keeps(0, column, 16) == word >= threshold);
                // A mask whose threshold is this very word keeps it; one higher drops it.
                assertTrue(keepsFirst(word * 0x1p-32, column));
                assertTrue(!keepsFirst((word + 1) * 0x1p-32, column));
            }
        }
    }

    private static boolean keepsFirst(double p, int column) {
        Mask mask = new Mask(p, 1);
        mask.draw(1, 1);
        return mask.keeps(0, column, 16);
    }
}
