package dev.nacre.verification.dropout;

import dev.nacre.kernel.Threefry;
import java.util.List;

/** Gaussian noise with a mistake in it. */
final class NoiseFaults {
    private NoiseFaults() {}

    private static FamilyFault factors(String name, NoiseReference candidate, String check, String statistic) {
        return new FamilyFault("factors: " + name, seed -> NoiseBattery.run(candidate, true, seed), check, statistic);
    }

    private static FamilyFault summands(String name, NoiseReference candidate, String check, String statistic) {
        return new FamilyFault("summands: " + name, seed -> NoiseBattery.run(candidate, false, seed), check, statistic);
    }

    static List<FamilyFault> all() {
        return List.of(
                factors(
                        "variance p for p / q",
                        new NoiseReference(true) {
                            @Override
                            double deviation(Draw draw) {
                                return Math.sqrt(draw.p());
                            }
                        },
                        "D15",
                        "p = 0.3: variance"),
                factors(
                        "deviation p / q",
                        new NoiseReference(true) {
                            @Override
                            double deviation(Draw draw) {
                                return draw.p() / draw.q();
                            }
                        },
                        "D15",
                        "p = 0.3: variance"),
                summands(
                        "variance for deviation",
                        new NoiseReference(false) {
                            @Override
                            double deviation(Draw draw) {
                                return draw.p() * draw.p();
                            }
                        },
                        "D16",
                        "a linear layer"),
                factors(
                        "reused between layers",
                        new NoiseReference(true) {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.layer(0));
                            }
                        },
                        "D6 layers",
                        "numbers layer + 1"),
                summands(
                        "reused between steps",
                        new NoiseReference(false) {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.step(0));
                            }
                        },
                        "D6 steps",
                        "numbers step + 1"),
                summands(
                        "seed ignored",
                        new NoiseReference(false) {
                            @Override
                            long key(Draw draw) {
                                return super.key(draw.seed(0));
                            }
                        },
                        "D6 seeds",
                        "numbers seed + 1"),
                factors(
                        "reused between rows",
                        new NoiseReference(true) {
                            @Override
                            double normal(long key, int element) {
                                return super.normal(key, element % 33);
                            }
                        },
                        "D6 rows",
                        "row 1 on"),
                factors(
                        "every thread begins alike",
                        new NoiseReference(true) {
                            @Override
                            float[] noise(Draw draw, int rows, int width) {
                                float[] noise = super.noise(draw, rows, width);
                                int half = rows / 2 * width;
                                System.arraycopy(noise, 0, noise, half, half);
                                return noise;
                            }
                        },
                        "D6 threads",
                        "numbers halves"),
                factors(
                        "the second of a pair is the first with a sign of its own",
                        new NoiseReference(true) {
                            @Override
                            double normal(long key, int element) {
                                double first = super.normal(key, element & ~1);
                                boolean minus = (Threefry.block(key ^ 1, element) & 1) == 0;
                                return element % 2 == 0 || minus ? first : -first;
                            }
                        },
                        "D4",
                        "squares lag 1,"),
                summands(
                        "uniform, of the right variance",
                        new NoiseReference(false) {
                            @Override
                            double normal(long key, int element) {
                                double uniform = (Threefry.block(key, element) & 0xFFFFFFFFL) * 0x1p-32 - 0.5;
                                return uniform * Math.sqrt(12);
                            }
                        },
                        "D15",
                        "fourth moment"),
                summands(
                        "a sum of twelve uniform numbers",
                        new NoiseReference(false) {
                            @Override
                            double normal(long key, int element) {
                                double sum = -6;
                                for (int i = 0; i < 6; i++) {
                                    long words = Threefry.block(key, element * 6L + i);
                                    sum += (words & 0xFFFFFFFFL) * 0x1p-32 + (words >>> 32) * 0x1p-32;
                                }
                                return sum;
                            }
                        },
                        "D15",
                        "fourth moment"),
                summands(
                        "cut at three deviations",
                        new NoiseReference(false) {
                            @Override
                            double normal(long key, int element) {
                                return Math.max(-3, Math.min(3, super.normal(key, element)));
                            }
                        },
                        "D15",
                        "above 3.0"),
                summands(
                        "one sign only",
                        new NoiseReference(false) {
                            @Override
                            double normal(long key, int element) {
                                return Math.abs(super.normal(key, element));
                            }
                        },
                        "D15",
                        "quantiles"),
                factors(
                        "the last unit has none",
                        new NoiseReference(true) {
                            @Override
                            double normal(long key, int element) {
                                return element % 33 == 32 ? 0 : super.normal(key, element);
                            }
                        },
                        "D2",
                        "variance of unit 32,"),
                factors(
                        "not in the gradient",
                        new NoiseReference(true) {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return dy.clone();
                            }
                        },
                        "D9",
                        "0.3"),
                factors(
                        "another one in the gradient",
                        new NoiseReference(true) {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return super.gradient(draw.step(draw.step() + 1), x, dy, rows, width);
                            }
                        },
                        "D9",
                        "0.3"),
                summands(
                        "added to gradients, too",
                        new NoiseReference(false) {
                            @Override
                            public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
                                return forward(draw, dy, rows, width);
                            }
                        },
                        "D9",
                        "0.3"),
                summands(
                        "multiplied where it is to be added",
                        new NoiseReference(false) {
                            @Override
                            public float[] forward(Draw draw, float[] x, int rows, int width) {
                                float[] y = super.forward(draw, new float[x.length], rows, width);
                                for (int i = 0; i < y.length; i++) {
                                    y[i] = x[i] == 0 ? y[i] : x[i] * (1 + y[i]);
                                }
                                return y;
                            }
                        },
                        "D8",
                        "the noise on values"),
                factors(
                        "mean 0",
                        new NoiseReference(true) {
                            @Override
                            float[] noise(Draw draw, int rows, int width) {
                                float[] noise = super.noise(draw, rows, width);
                                for (int i = 0; i < noise.length; i++) {
                                    noise[i] -= 1;
                                }
                                return noise;
                            }
                        },
                        "D8",
                        "mean of unit"),
                factors(
                        "eval has noise",
                        new NoiseReference(true) {
                            @Override
                            public float[] evaluate(Draw draw, float[] x, int rows, int width) {
                                return forward(draw, x, rows, width);
                            }
                        },
                        "D11",
                        "0.3"),
                summands(
                        "depends on the size of the batch",
                        new NoiseReference(false) {
                            @Override
                            float[] noise(Draw draw, int rows, int width) {
                                return super.noise(draw.layer(rows), rows, width);
                            }
                        },
                        "D20",
                        "a sample's noise"));
    }
}
