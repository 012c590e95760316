package dev.nacre.verification.dropout;

import dev.nacre.kernel.Threefry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Dropout with a mistake in it: each that somebody might make, and which checks must say so. */
final class Faults {
    private Faults() {}

    /**
     * @param check the check that must reject it, whatever others do
     * @param statistic what the finding must name, so that it is the very statistic meant
     */
    record Fault(String name, Candidate candidate, String check, String statistic) {
        boolean isRejected(Findings findings) {
            return findings.rejections().stream()
                    .anyMatch(finding ->
                            finding.check().equals(check) && finding.what().contains(statistic));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(ofTheThreshold());
        faults.addAll(ofTheStream());
        faults.addAll(ofTheMask());
        faults.addAll(ofValues());
        return faults;
    }

    private static List<Fault> ofTheThreshold() {
        return List.of(
                new Fault(
                        "threshold off by one",
                        new Faulty() {
                            @Override
                            long threshold(double p) {
                                return super.threshold(p) + 1;
                            }
                        },
                        "D1",
                        "threshold of words"),
                new Fault(
                        "threshold of 8 bits",
                        new Faulty(1 << 22, 0.1) {
                            @Override
                            long threshold(double p) {
                                return Math.round(p * 256) << 24;
                            }

                            /** The words are hidden, so that the statistic must find it. */
                            @Override
                            public OptionalLong word(Draw draw, int row, int column, int width) {
                                return OptionalLong.empty();
                            }
                        },
                        "D1",
                        "p = 0.1"),
                new Fault(
                        "words compared with their sign",
                        new Faulty() {
                            @Override
                            boolean keeps(Draw draw, long key, int row, int column, int width) {
                                return (int) word(key, row, column, width) >= (int) threshold(draw.p());
                            }
                        },
                        "D1",
                        "p = 0.1"),
                new Fault(
                        "q for p",
                        new Faulty() {
                            @Override
                            long threshold(double p) {
                                return super.threshold(1 - p);
                            }
                        },
                        "D1",
                        "p = 0.1"));
    }

    private static List<Fault> ofTheStream() {
        return List.of(
                new Fault(
                        "mask reused between layers",
                        new Faulty() {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.layer(0));
                            }
                        },
                        "D6 layers",
                        "layer + 1 by 0,"),
                new Fault(
                        "mask reused between steps",
                        new Faulty() {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.step(0));
                            }
                        },
                        "D6 steps",
                        "step + 1 by 0,"),
                new Fault(
                        "mask reused every other step",
                        new Faulty() {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.step(draw.step() & 1));
                            }
                        },
                        "D6 steps",
                        "step + 2 by 0,"),
                new Fault(
                        "step counted in 16 bits",
                        new Faulty() {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.step((short) draw.step()));
                            }
                        },
                        "D6 steps",
                        "step + 65536 by 0,"),
                new Fault(
                        "mask reused between rows",
                        new Faulty() {
                            @Override
                            long word(long key, int row, int column, int width) {
                                return super.word(key, 0, column, width);
                            }
                        },
                        "D6 rows",
                        "row 1 on,"),
                new Fault(
                        "every thread begins alike",
                        new Faulty() {
                            @Override
                            public boolean[] mask(Draw draw, int rows, int width) {
                                boolean[] keep = super.mask(draw, rows, width);
                                int half = rows / 2 * width;
                                System.arraycopy(keep, 0, keep, half, half);
                                return keep;
                            }
                        },
                        "D6 threads",
                        "part 1 of 2 by 0,"),
                new Fault(
                        "period of 2^16",
                        new Faulty() {
                            @Override
                            long word(long key, int row, int column, int width) {
                                int element = (row * width + column) & 0xFFFF;
                                return Threefry.block(key, element) & 0xFFFFFFFFL;
                            }
                        },
                        "D4",
                        "lag 65536,"),
                new Fault(
                        "seed ignored",
                        new Faulty() {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.seed(1));
                            }
                        },
                        "D6 seeds",
                        "seed + 1 by 0,"),
                new Fault(
                        "seed counted in 32 bits",
                        new Faulty() {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.seed((int) draw.seed()));
                            }
                        },
                        "D6 seeds",
                        "seed + 4294967296 by 0,"),
                new Fault("seed + 1 a shift of the stream by 1", new Shifted(1), "D6 seeds", "seed + 1 back by 1,"),
                new Fault(
                        "seed + 1 a shift of the stream by a row",
                        new Shifted(128),
                        "D6 seeds",
                        "seed + 1 back by 128,"),
                new Fault(
                        "seed plus step",
                        new Faulty() {
                            @Override
                            long key(Draw draw) {
                                return super.key(
                                        draw.seed(draw.seed() + draw.step()).step(0));
                            }
                        },
                        "D6 seeds",
                        "seed and step exchanged by 0,"));
    }

    private static List<Fault> ofTheMask() {
        return List.of(
                new Fault(
                        "tail lanes unmasked",
                        new Faulty() {
                            @Override
                            boolean keeps(Draw draw, long key, int row, int column, int width) {
                                return column >= width / 16 * 16 || super.keeps(draw, key, row, column, width);
                            }
                        },
                        "D3",
                        "last 16 of 65,"),
                new Fault(
                        "one unit is never dropped",
                        new Faulty() {
                            @Override
                            boolean keeps(Draw draw, long key, int row, int column, int width) {
                                return column == 77 || super.keeps(draw, key, row, column, width);
                            }
                        },
                        "D2",
                        "p = 0.5"),
                new Fault("a fixed number of drops in each row", new FixedCount(1), "D7", "rows"),
                new Fault("a fixed number of drops in each mask", new FixedCount(0), "D7", "masks"),
                new Fault(
                        "a word for two neighbours",
                        new Faulty() {
                            @Override
                            long word(long key, int row, int column, int width) {
                                return super.word(key, row, column & ~1, width);
                            }
                        },
                        "D4",
                        "lag 1,"),
                new Fault(
                        "eighth bit the parity of seven",
                        new Faulty(1 << 17, 0.5) {
                            @Override
                            public boolean[] mask(Draw draw, int rows, int width) {
                                boolean[] keep = super.mask(draw, rows, width);
                                for (int i = 7; i < keep.length; i += 8) {
                                    keep[i] = Statistics.count(keep, i - 7, i) % 2 == 0;
                                }
                                return keep;
                            }
                        },
                        "D5",
                        "p = 0.5"));
    }

    private static List<Fault> ofValues() {
        return List.of(
                new Fault(
                        "missing scale",
                        new Faulty() {
                            @Override
                            float scale(Draw draw) {
                                return 1f;
                            }
                        },
                        "D8",
                        "mean of unit"),
                new Fault(
                        "scale by q",
                        new Faulty() {
                            @Override
                            float scale(Draw draw) {
                                return (float) draw.q();
                            }
                        },
                        "D8",
                        "mean of unit"),
                new Fault(
                        "scale rounded twice",
                        new Faulty() {
                            @Override
                            float scale(Draw draw) {
                                return draw.p() == 1 ? 0f : 1 / (1 - (float) draw.p());
                            }
                        },
                        "D8",
                        "kept values are x times"),
                new Fault(
                        "gradient with a fresh mask",
                        new Faulty() {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return super.gradient(draw.step(draw.step() + 1), x, dy, rows, width);
                            }
                        },
                        "D9",
                        "p = 0.5"),
                new Fault(
                        "gradient unscaled",
                        new Faulty() {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return select(mask(draw, rows, width), dy, 1f);
                            }
                        },
                        "D9",
                        "p = 0.5"),
                new Fault(
                        "scale of 1 / 0 where all is dropped",
                        new Faulty() {
                            @Override
                            float scale(Draw draw) {
                                return (float) (1 / (1 - draw.p()));
                            }

                            @Override
                            public float[] forward(Draw draw, float[] x, int rows, int width) {
                                return multiplied(mask(draw, rows, width), x, scale(draw));
                            }
                        },
                        "D10",
                        "p = 1 forward"),
                new Fault(
                        "dropped by multiplication",
                        new Faulty() {
                            @Override
                            public float[] forward(Draw draw, float[] x, int rows, int width) {
                                return multiplied(mask(draw, rows, width), x, scale(draw));
                            }
                        },
                        "D12",
                        "p = 0.5"),
                new Fault(
                        "eval not the identity",
                        new Faulty() {
                            @Override
                            public float[] evaluate(Draw draw, float[] x, int rows, int width) {
                                float[] y = x.clone();
                                for (int i = 0; i < y.length; i++) {
                                    y[i] *= (float) draw.q();
                                }
                                return y;
                            }
                        },
                        "D11",
                        "p = 0.5"),
                new Fault(
                        "eval clears the sign of zero",
                        new Faulty() {
                            @Override
                            public float[] evaluate(Draw draw, float[] x, int rows, int width) {
                                float[] y = x.clone();
                                for (int i = 0; i < y.length; i++) {
                                    y[i] += 0f;
                                }
                                return y;
                            }
                        },
                        "D11",
                        "p = 0.5"),
                new Fault(
                        "eval uses the stream up",
                        new Faulty() {
                            private int evaluations;

                            @Override
                            long key(Draw draw) {
                                return super.key(draw.step(draw.step() + evaluations));
                            }

                            @Override
                            public float[] evaluate(Draw draw, float[] x, int rows, int width) {
                                evaluations++;
                                return x.clone();
                            }
                        },
                        "D11",
                        "masks after it"),
                new Fault(
                        "variance of a layer behind it: a whole row kept or dropped",
                        new Faulty() {
                            @Override
                            boolean keeps(Draw draw, long key, int row, int column, int width) {
                                return super.keeps(draw, key, row, 0, width);
                            }
                        },
                        "D16",
                        "p = 0.5"),
                new Fault(
                        "no row without a kept unit",
                        new Faulty() {
                            @Override
                            public boolean[] mask(Draw draw, int rows, int width) {
                                boolean[] keep = super.mask(draw, rows, width);
                                for (int row = 0; row < rows; row++) {
                                    keep[row * width] |= Statistics.count(keep, row * width, (row + 1) * width) == 0;
                                }
                                return keep;
                            }
                        },
                        "D17",
                        "d = 10, p = 0.9"));
    }

    private static float[] multiplied(boolean[] keep, float[] x, float scale) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * ((keep[i] ? 1f : 0f) * scale);
        }
        return y;
    }

    /** Healthy, but for what a fault overrides. */
    static class Faulty extends Reference {
        private final double[] rates;

        Faulty() {
            this(1 << 17, 0.1, 0.5, 0.9);
        }

        Faulty(int effort, double... rates) {
            super(effort);
            this.rates = rates;
        }

        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public double[] rates() {
            return rates.clone();
        }
    }

    /** One stream for all seeds, each beginning a little later. */
    private static final class Shifted extends Faulty {
        private final int shift;

        Shifted(int shift) {
            this.shift = shift;
        }

        @Override
        public boolean[] mask(Draw draw, int rows, int width) {
            Draw one = draw.seed(0);
            boolean[] keep = new boolean[rows * width];
            for (int i = 0; i < keep.length; i++) {
                long element = i + draw.seed() * shift;
                keep[i] = (Threefry.block(key(one), element) & 0xFFFFFFFFL) >= threshold(draw.p());
            }
            return keep;
        }

        @Override
        public OptionalLong word(Draw draw, int row, int column, int width) {
            return OptionalLong.empty();
        }
    }

    /** A shuffled row, or mask, with exactly nq kept. */
    private static final class FixedCount extends Faulty {
        private final int rowsAtOnce;

        /** @param rowsAtOnce rows that share a count, 0 for all */
        FixedCount(int rowsAtOnce) {
            this.rowsAtOnce = rowsAtOnce;
        }

        @Override
        public boolean[] mask(Draw draw, int rows, int width) {
            Random random = new Random(key(draw));
            boolean[] keep = new boolean[rows * width];
            int each = (rowsAtOnce == 0 ? rows : rowsAtOnce) * width;
            for (int from = 0; from < keep.length; from += each) {
                int kept = (int) Math.round(each * draw.q());
                for (int i = 0; i < each; i++) {
                    // Selection sampling: kept of those that are left.
                    keep[from + i] = random.nextInt(each - i) < kept;
                    kept -= keep[from + i] ? 1 : 0;
                }
            }
            return keep;
        }

        @Override
        public OptionalLong word(Draw draw, int row, int column, int width) {
            return OptionalLong.empty();
        }
    }
}
