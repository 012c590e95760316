package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** Norms of groups of channels and of neighbouring channels in {@link Arithmetic}. */
final class ChannelNormalisation {
    private ChannelNormalisation() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "groupNorm" -> {
                double[] x = call.array();
                double[] y = call.array();
                double[] w = call.array();
                double[] b = call.array();
                Group group = Group.of(call);
                for (int i = 0; i < x.length; i++) {
                    int c = group.channel(i);
                    y[i] = group.normal(x, i) * (w == null ? 1 : w[c]) + (b == null ? 0 : b[c]);
                }
                Arithmetic.activate(y.clone(), y, y.length, call.function(), call.take());
            }
            case "instanceNorm" -> instanceNorm(call);
            case "groupNormGradient" -> {
                double[] x = call.array();
                double[] dy = call.array();
                double[] dx = call.array();
                double[] w = call.array();
                Group group = Group.of(call);
                for (int i = 0; i < x.length; i++) {
                    double sum = 0;
                    for (int j = group.first(i); j < group.first(i) + group.count(); j++) {
                        double direct = i == j ? 1 : 0;
                        double slope = direct - (1 + group.normal(x, i) * group.normal(x, j)) / group.count();
                        sum += dy[j] * (w == null ? 1 : w[group.channel(j)]) * slope / group.deviation(x, i);
                    }
                    dx[i] = sum;
                }
            }
            case "groupNormWeightGradient" -> {
                double[] x = call.array();
                double[] dy = call.array();
                double[] dw = call.array();
                double[] db = call.array();
                Group group = Group.of(call);
                if (!call.flag()) {
                    java.util.Arrays.fill(dw, 0);
                    java.util.Arrays.fill(db, 0);
                }
                for (int i = 0; i < x.length; i++) {
                    dw[group.channel(i)] += dy[i] * group.normal(x, i);
                    db[group.channel(i)] += dy[i];
                }
            }
            case "localResponseNorm" -> {
                double[] x = call.array();
                double[] y = call.array();
                Neighbours near = Neighbours.of(call);
                for (int i = 0; i < x.length; i++) {
                    y[i] = x[i] * Math.pow(near.base(x, i), -near.beta);
                }
            }
            case "localResponseNormGradient" -> {
                double[] x = call.array();
                double[] dy = call.array();
                double[] dx = call.array();
                Neighbours near = Neighbours.of(call);
                for (int i = 0; i < x.length; i++) {
                    dx[i] = dy[i] * Math.pow(near.base(x, i), -near.beta);
                }
                for (int i = 0; i < x.length; i++) {
                    double slope = -near.beta * Math.pow(near.base(x, i), -near.beta - 1) * x[i] * dy[i];
                    for (int j = 0; j < x.length; j++) {
                        dx[j] += near.have(i, j) ? slope * near.alpha / near.size * 2 * x[j] : 0;
                    }
                }
            }
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static void instanceNorm(Arithmetic call) {
        double[] x = call.array();
        double[] y = call.array();
        double[] w = call.array();
        double[] b = call.array();
        double[] means = call.array();
        double[] variances = call.array();
        Operand.Statistics statistics = call.statistics();
        int rows = call.size();
        boolean training = call.flag();
        int channels = statistics.features();
        Group group = new Group(rows, channels, statistics.inner(), channels, statistics.epsilon());
        for (int i = 0; i < x.length; i++) {
            int c = group.channel(i);
            double normal =
                    training ? group.normal(x, i) : (x[i] - means[c]) / Math.sqrt(variances[c] + statistics.epsilon());
            y[i] = normal * (w == null ? 1 : w[c]) + (b == null ? 0 : b[c]);
        }
        for (int c = 0; training && c < channels; c++) {
            double mean = 0;
            double variance = 0;
            for (int row = 0; row < rows; row++) {
                int at = (row * channels + c) * group.count();
                double deviation = group.deviation(x, at);
                mean += group.mean(x, at) / rows;
                variance += (deviation * deviation - group.epsilon()) * group.count() / (group.count() - 1) / rows;
            }
            means[c] += statistics.momentum() * (mean - means[c]);
            variances[c] += statistics.momentum() * (variance - variances[c]);
        }
        Arithmetic.activate(y.clone(), y, y.length, call.function(), call.take());
    }

    private record Group(int samples, int channels, int inner, int groups, double epsilon) {
        static Group of(Arithmetic call) {
            return new Group(call.size(), call.size(), call.size(), call.size(), call.number());
        }

        int count() {
            return channels / groups * inner;
        }

        int first(int i) {
            return i / count() * count();
        }

        int channel(int i) {
            return i / inner % channels;
        }

        private double mean(double[] x, int i) {
            double sum = 0;
            for (int j = first(i); j < first(i) + count(); j++) {
                sum += x[j];
            }
            return sum / count();
        }

        double deviation(double[] x, int i) {
            double mean = mean(x, i);
            double sum = 0;
            for (int j = first(i); j < first(i) + count(); j++) {
                sum += (x[j] - mean) * (x[j] - mean);
            }
            return Math.sqrt(sum / count() + epsilon);
        }

        double normal(double[] x, int i) {
            return (x[i] - mean(x, i)) / deviation(x, i);
        }
    }

    private record Neighbours(int samples, int channels, int inner, int size, double alpha, double beta, double k) {
        static Neighbours of(Arithmetic call) {
            return new Neighbours(
                    call.size(), call.size(), call.size(), call.size(), call.number(), call.number(), call.number());
        }

        /** Whether element j is among the channels around element i. */
        boolean have(int i, int j) {
            int distance = j / inner % channels - i / inner % channels;
            return i / (channels * inner) == j / (channels * inner)
                    && i % inner == j % inner
                    && distance >= -(size / 2)
                    && distance < size - size / 2;
        }

        double base(double[] x, int i) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += have(i, j) ? x[j] * x[j] : 0;
            }
            return k + alpha / size * sum;
        }
    }
}
