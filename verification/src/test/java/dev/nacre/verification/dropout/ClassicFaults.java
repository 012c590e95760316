package dev.nacre.verification.dropout;

import java.util.List;

/** The classic form with a mistake in it, and what shows only where p is near 0 or 1. */
final class ClassicFaults {
    private ClassicFaults() {}

    /** Scaled at evaluation. */
    static class Classic extends Faults.Faulty {
        Classic() {
            super(1 << 17, 0.01, 0.5);
        }

        @Override
        float scale(Draw draw) {
            return draw.p() == 1 ? 0f : 1f;
        }

        @Override
        public double gain(Draw draw) {
            return 1;
        }

        @Override
        public double evaluationGain(Draw draw) {
            return draw.q();
        }

        @Override
        public float[] evaluate(Draw draw, float[] x, int rows, int width) {
            float[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] *= (float) draw.q();
            }
            return y;
        }
    }

    private static FamilyFault fault(String name, Candidate candidate, String check, String statistic) {
        return new FamilyFault(name, seed -> Battery.run(candidate, seed), check, statistic);
    }

    static List<FamilyFault> all() {
        return List.of(
                fault(
                        "classic: scaled in training, too",
                        new Classic() {
                            @Override
                            float scale(Draw draw) {
                                return draw.scale();
                            }
                        },
                        "D8",
                        "kept values are x times"),
                fault(
                        "classic: gradient scaled",
                        new Classic() {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return select(mask(draw, rows, width), dy, draw.scale());
                            }
                        },
                        "D9",
                        "p = 0.5"),
                fault(
                        "classic: evaluation not scaled",
                        new Classic() {
                            @Override
                            public float[] evaluate(Draw draw, float[] x, int rows, int width) {
                                return x.clone();
                            }
                        },
                        "D11",
                        "p = 0.5"),
                fault(
                        "classic: evaluation scaled by p",
                        new Classic() {
                            @Override
                            public float[] evaluate(Draw draw, float[] x, int rows, int width) {
                                return super.evaluate(draw.p(1 - draw.p()), x, rows, width);
                            }
                        },
                        "D11",
                        "p = 0.01"),
                fault(
                        "p = 0.01: mask reused between layers",
                        new Classic() {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.layer(0));
                            }
                        },
                        "D6 layers",
                        "layer + 1 by 0, p = 0.01, coincidences"),
                fault(
                        "p = 0.01: a word for two neighbours",
                        new Classic() {
                            @Override
                            long word(long key, int row, int column, int width) {
                                return super.word(key, row, column & ~1, width);
                            }
                        },
                        "D4",
                        "lag 1, p = 0.01, coincidences"),
                fault(
                        "p = 0.01: tail lanes unmasked",
                        new Classic() {
                            @Override
                            boolean keeps(Draw draw, long key, int row, int column, int width) {
                                return column >= width / 16 * 16 || super.keeps(draw, key, row, column, width);
                            }
                        },
                        "D3",
                        "last 15 of 15, p = 0.01"),
                fault(
                        "p = 0.01: a row dropped as a whole",
                        new Classic() {
                            @Override
                            boolean keeps(Draw draw, long key, int row, int column, int width) {
                                return super.keeps(draw, key, row, 0, width);
                            }
                        },
                        "D16",
                        "p = 0.01"),
                fault(
                        "p = 0.01: every eighth row has nothing left",
                        new Classic() {
                            @Override
                            public int[] widths() {
                                return new int[] {12};
                            }

                            @Override
                            boolean keeps(Draw draw, long key, int row, int column, int width) {
                                return (row & 7) != 0 && super.keeps(draw, key, row, column, width);
                            }
                        },
                        "D17",
                        "d = 12, p = 0.01"));
    }
}
