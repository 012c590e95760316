package dev.nacre.verification.dropout;

import java.util.List;

/** DropBlock with a mistake in it. */
final class BlockFaults {
    private static final Blocks BLOCKS = Family.BLOCKS;

    private BlockFaults() {}

    private static FamilyFault fault(String name, BlockReference candidate, String check, String statistic) {
        return new FamilyFault("squares: " + name, seed -> BlockChecks.run(candidate, BLOCKS, seed), check, statistic);
    }

    static List<FamilyFault> all() {
        return List.of(
                fault(
                        "rate not corrected at the borders",
                        new BlockReference(BLOCKS) {
                            @Override
                            double gamma(double p) {
                                return p / (BLOCKS.side() * BLOCKS.side());
                            }
                        },
                        "D1",
                        "elements, p = 0.1"),
                fault(
                        "p for gamma",
                        new BlockReference(BLOCKS) {
                            @Override
                            double gamma(double p) {
                                return p;
                            }
                        },
                        "D1",
                        "elements, p = 0.1"),
                fault(
                        "squares hang over the border",
                        new BlockReference(new Blocks(4, 9, 7, 3)) {
                            @Override
                            public int[] widths() {
                                return new int[] {BLOCKS.elements()};
                            }

                            @Override
                            boolean[] sample(Draw draw, long key, int row) {
                                boolean[] large = super.sample(draw, key, row);
                                boolean[] keep = new boolean[BLOCKS.elements()];
                                for (int i = 0; i < keep.length; i++) {
                                    int channel = i / (7 * 5);
                                    keep[i] = large[(channel * 9 + i / 5 % 7 + 1) * 7 + i % 5 + 1];
                                }
                                return keep;
                            }
                        },
                        "D13",
                        "whole squares"),
                fault(
                        "single elements",
                        new BlockReference(BLOCKS) {
                            @Override
                            boolean[] sample(Draw draw, long key, int row) {
                                boolean[] keep = new boolean[BLOCKS.elements()];
                                for (int i = 0; i < keep.length; i++) {
                                    keep[i] = word(key, row, i, keep.length) >= threshold(draw.p());
                                }
                                return keep;
                            }
                        },
                        "D13",
                        "whole squares"),
                fault(
                        "one mask for all channels",
                        new BlockReference(BLOCKS) {
                            @Override
                            boolean[] sample(Draw draw, long key, int row) {
                                boolean[] keep = super.sample(draw, key, row);
                                for (int i = 35; i < keep.length; i++) {
                                    keep[i] = keep[i % 35];
                                }
                                return keep;
                            }
                        },
                        "D4",
                        "channels 0 and 1"),
                fault(
                        "one mask for all samples",
                        new BlockReference(BLOCKS) {
                            @Override
                            boolean[] sample(Draw draw, long key, int row) {
                                return super.sample(draw, key, 0);
                            }
                        },
                        "D6 rows",
                        "row 1 on"),
                fault(
                        "one mask for all layers",
                        new BlockReference(BLOCKS) {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.layer(0));
                            }
                        },
                        "D6 layers",
                        "layer + 1 by 0,"),
                fault(
                        "no squares at the left border",
                        new BlockReference(BLOCKS) {
                            @Override
                            long word(long key, int row, int column, int width) {
                                return column % 3 == 0 ? 0xFFFFFFFFL : super.word(key, row, column, width);
                            }
                        },
                        "D2",
                        "unit 5,"),
                fault(
                        "scaled by 1 / q",
                        new BlockReference(BLOCKS) {
                            @Override
                            float scale(Draw draw, boolean[] keep, int row, int width) {
                                return draw.scale();
                            }
                        },
                        "D8",
                        "elements over kept"),
                fault(
                        "scaled by the count of the batch",
                        new BlockReference(BLOCKS) {
                            @Override
                            float scale(Draw draw, boolean[] keep, int row, int width) {
                                return (float) keep.length / Math.max(1, Statistics.count(keep));
                            }
                        },
                        "D8",
                        "elements over kept"),
                fault(
                        "gradient unscaled",
                        new BlockReference(BLOCKS) {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return select(mask(draw, rows, width), dy, 1f);
                            }
                        },
                        "D9",
                        "p = 0.3"),
                fault(
                        "gradient with a fresh mask",
                        new BlockReference(BLOCKS) {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return super.gradient(draw.step(draw.step() + 1), x, dy, rows, width);
                            }
                        },
                        "D9",
                        "p = 0.3"),
                fault(
                        "eval drops, too",
                        new BlockReference(BLOCKS) {
                            @Override
                            public float[] evaluate(Draw draw, float[] x, int rows, int width) {
                                return forward(draw, x, rows, width);
                            }
                        },
                        "D11",
                        "p = 0.3"));
    }
}
