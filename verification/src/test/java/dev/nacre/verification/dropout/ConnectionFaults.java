package dev.nacre.verification.dropout;

import java.util.List;

/** DropConnect with a mistake in it. */
final class ConnectionFaults {
    private static final int IN = 12;
    private static final int OUT = 8;

    private ConnectionFaults() {}

    private static FamilyFault fault(String name, Reference candidate, String check, String statistic) {
        return new FamilyFault("connections: " + name, seed -> ConnectionChecks.run(candidate, seed), check, statistic);
    }

    private static class Reference extends ConnectionReference {
        Reference() {
            super(IN, OUT);
        }
    }

    static List<FamilyFault> all() {
        return List.of(
                fault(
                        "one mask for all units: dropout of inputs",
                        new Reference() {
                            @Override
                            int weight(int row, int column) {
                                return column;
                            }
                        },
                        "D6 rows",
                        "row 1 on"),
                fault(
                        "one mask for all weights of a unit: dropout of units",
                        new Reference() {
                            @Override
                            int weight(int row, int column) {
                                return row % OUT;
                            }
                        },
                        "D4",
                        "lag 1,"),
                fault(
                        "one mask for all samples",
                        new Reference() {
                            @Override
                            int sample(int row) {
                                return 0;
                            }
                        },
                        "D6 rows",
                        "row 8 on"),
                fault(
                        "one mask for all steps",
                        new Reference() {
                            @Override
                            public boolean[] mask(Draw draw, int rows, int width) {
                                return super.mask(draw.step(0), rows, width);
                            }
                        },
                        "D6 steps",
                        "step + 1 by 0,"),
                fault(
                        "one mask for all layers",
                        new Reference() {
                            @Override
                            public boolean[] mask(Draw draw, int rows, int width) {
                                return super.mask(draw.layer(0), rows, width);
                            }
                        },
                        "D6 layers",
                        "layer + 1 by 0,"),
                fault(
                        "keeps p, not q",
                        new Reference() {
                            @Override
                            long threshold(double p) {
                                return super.threshold(1 - p);
                            }
                        },
                        "D1",
                        "p = 0.3"),
                fault(
                        "weights not scaled",
                        new Reference() {
                            @Override
                            float scale(Draw draw) {
                                return 1f;
                            }
                        },
                        "D8",
                        "mean of unit"),
                fault(
                        "gradient of weights without the mask",
                        new Reference() {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return dy.clone();
                            }
                        },
                        "D9",
                        "p = 0.3"),
                fault(
                        "gradient of weights with a fresh mask",
                        new Reference() {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return super.gradient(draw.step(draw.step() + 1), x, dy, rows, width);
                            }
                        },
                        "D9",
                        "p = 0.3"),
                fault(
                        "gradient of the input through all weights",
                        new Reference() {
                            @Override
                            public float[] throughInputGradient(Draw draw, float[] x, int rows) {
                                return x.clone();
                            }
                        },
                        "D9",
                        "gradient of the input"),
                fault(
                        "evaluation with q times the weights",
                        new Reference() {
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
                        "p = 0.3"),
                fault(
                        "no unit without a weight",
                        new Reference() {
                            @Override
                            public double[] rates() {
                                return new double[] {0.9};
                            }

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
                        "d = 12, p = 0.9"));
    }
}
