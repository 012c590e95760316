package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** D13, D14 and D15 judged: masks that are shared, too little or too much, and noises of wrong moments. */
@DisabledIfSystemProperty(named = "nacre.kernels", matches = "vector")
class SharedFaultsTest {
    private static final long SEED = 20_160_401;
    private static final int CHANNELS = 24;
    private static final int POSITIONS = 9;
    private static final int EFFORT = 1 << 15;
    private static final int TIMES = 7;
    private static final int FEATURES = 32;

    /** 10^6 values, as D15 says. */
    private static final int MANY = 1_000_000;

    /** A mask of (rows, groups), of which each element looks at one. */
    private abstract static class Grouped extends Faults.Faulty {
        private final int width;
        private final int groups;

        Grouped(int width, int groups) {
            super(EFFORT, 0.3, 0.5);
            this.width = width;
            this.groups = groups;
        }

        abstract int group(int column);

        int owner(int row) {
            return row;
        }

        @Override
        public int[] widths() {
            return new int[] {width};
        }

        @Override
        long word(long key, int row, int column, int width) {
            return super.word(key, owner(row), group(column), groups);
        }

        /** Of an element alone, not of a group. */
        @Override
        public OptionalLong word(Draw draw, int row, int column, int width) {
            return OptionalLong.empty();
        }
    }

    private static class Channels extends Grouped {
        Channels() {
            super(CHANNELS * POSITIONS, CHANNELS);
        }

        @Override
        int group(int column) {
            return column / POSITIONS;
        }
    }

    private static class Times extends Grouped {
        Times() {
            super(TIMES * FEATURES, FEATURES);
        }

        @Override
        int group(int column) {
            return column % FEATURES;
        }
    }

    private static Set<String> spatial(Candidate candidate) {
        return StructureChecks.spatial(candidate, CHANNELS, SEED).rejectedBy();
    }

    private static Set<String> variational(Candidate candidate) {
        return StructureChecks.variational(candidate, FEATURES, SEED).rejectedBy();
    }

    @Test
    void passesWhatIsShared() {
        StructureChecks.spatial(new Channels(), CHANNELS, SEED).assertHealthy("channels");
        StructureChecks.variational(new Times(), FEATURES, SEED).assertHealthy("times");
    }

    @Test
    void spatialMaskPerElement() {
        assertEquals(Set.of("D13"), spatial(new Faults.Faulty(EFFORT, 0.5) {
            @Override
            public int[] widths() {
                return new int[] {CHANNELS * POSITIONS};
            }

            @Override
            public OptionalLong word(Draw draw, int row, int column, int width) {
                return OptionalLong.empty();
            }
        }));
    }

    @Test
    void spatialMaskSharedByAllSamples() {
        assertTrue(spatial(new Channels() {
                    @Override
                    int owner(int row) {
                        return 0;
                    }
                })
                .contains("D6 rows"));
    }

    @Test
    void spatialMaskOfPositionsNotOfChannels() {
        assertTrue(spatial(new Channels() {
                    @Override
                    int group(int column) {
                        return column % POSITIONS;
                    }
                })
                .contains("D13"));
    }

    @Test
    void variationalMaskDrawnAtEveryTime() {
        assertTrue(variational(new Times() {
                    @Override
                    int owner(int row) {
                        return 0;
                    }

                    @Override
                    long word(long key, int row, int column, int width) {
                        return super.word(key + column / FEATURES, row, column, width);
                    }
                })
                .contains("D14"));
    }

    @Test
    void variationalMaskSharedByAllSequences() {
        assertTrue(variational(new Times() {
                    @Override
                    int owner(int row) {
                        return 0;
                    }
                })
                .contains("D6 rows"));
    }

    @Test
    void inputsAndStatesWithOneMask() {
        assertTrue(variational(new Times() {
                    @Override
                    long key(Draw draw) {
                        return super.key(draw.layer(0));
                    }
                })
                .contains("D6 layers"));
    }

    private static float[] normal() {
        Random random = new Random(SEED);
        float[] x = new float[MANY];
        for (int i = 0; i < MANY; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    /** a (m x + (1 - m) alpha) + b of healthy masks, with a factor on a, for a fault. */
    private static float[] alpha(double p, double factor, double shift) {
        boolean[] keep = new Reference().mask(Draw.of(p, SEED), MANY / 100, 100);
        double alpha = -1.7580993408473766;
        double a = factor / Math.sqrt((1 - p) * (1 + p * alpha * alpha));
        double b = -a * alpha * p + shift;
        float[] y = normal();
        for (int i = 0; i < MANY; i++) {
            y[i] = (float) (a * (keep[i] ? y[i] : alpha) + b);
        }
        return y;
    }

    @Test
    void alphaOfWrongMoments() {
        for (double p : new double[] {0.1, 0.5}) {
            NoiseChecks.alpha("reference", alpha(p, 1, 0)).assertHealthy("alpha");
            // a without its root's 1 / q; b left out.
            assertEquals(
                    Set.of("D15"),
                    NoiseChecks.alpha("a", alpha(p, Math.sqrt(1 - p), 0)).rejectedBy());
            double b = 1.7580993408473766 * p;
            assertEquals(Set.of("D15"), NoiseChecks.alpha("b", alpha(p, 1, -b)).rejectedBy());
        }
    }

    private static float[] gaussian(double mean, double variance) {
        float[] y = normal();
        for (int i = 0; i < MANY; i++) {
            y[i] = (float) (mean + Math.sqrt(variance) * y[i]);
        }
        return y;
    }

    /** p for p / q, a deviation for a variance, one percent too much. */
    @Test
    void gaussianWithTheWrongVariance() {
        for (double p : new double[] {0.1, 0.3, 0.5}) {
            double right = p / (1 - p);
            NoiseChecks.gaussianDropout("reference", p, gaussian(1, right)).assertHealthy("Gaussian dropout");
            for (double wrong : new double[] {p, right * right, right * 1.01}) {
                if (wrong != right) {
                    Findings findings = NoiseChecks.gaussianDropout("wrong", p, gaussian(1, wrong));
                    assertEquals(1, findings.rejections().size());
                    assertTrue(findings.rejections().get(0).what().endsWith(": variance"));
                }
            }
            assertTrue(NoiseChecks.gaussianDropout("mean", p, gaussian(0, right))
                    .rejections()
                    .get(0)
                    .what()
                    .endsWith(": mean"));
        }
        NoiseChecks.gaussianNoise("reference", 0.2, gaussian(0, 0.04)).assertHealthy("Gaussian noise");
        assertEquals(
                Set.of("D15"),
                NoiseChecks.gaussianNoise("deviation for variance", 0.2, gaussian(0, 0.2))
                        .rejectedBy());
    }
}
