package dev.nacre.processor.model;

import java.util.OptionalDouble;

/** The losses of {@link Arithmetic} on classes, and what comes behind them: on embeddings and distributions. */
final class ClassLosses {
    private ClassLosses() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "weightedCrossEntropy", "negativeLogLikelihood", "softCrossEntropy", "hinge" -> {
                return OptionalDouble.of(new Positions(operation, call, false).run());
            }
            case "weightedCrossEntropyGradient",
                    "negativeLogLikelihoodGradient",
                    "softCrossEntropyGradient",
                    "hingeGradient" -> new Positions(operation.replace("Gradient", ""), call, true).run();
            default -> {
                return EmbeddingLosses.run(operation, call);
            }
        }
        return OptionalDouble.of(0);
    }

    /** One loss on classes: its operands, taken in their order, and its terms for each position. */
    private static final class Positions {
        private final String operation;
        private final boolean gradient;
        private final double[] x;
        private final int[] labels;
        private final double[] targets;
        private final double[] classWeights;
        private final double[] weights;
        private final double[] result;
        private final int rows;
        private final int positions;
        private final int classes;
        private double smoothing;
        private int ignored = -1;
        private double margin;
        private int power;
        private final String reduction;
        private final double weight;

        Positions(String operation, Arithmetic call, boolean gradient) {
            this.operation = operation;
            this.gradient = gradient;
            boolean likelihood = operation.equals("negativeLogLikelihood");
            boolean soft = operation.equals("softCrossEntropy");
            boolean hinge = operation.equals("hinge");
            x = likelihood && gradient ? null : call.array();
            labels = soft ? null : call.classes();
            targets = soft ? call.array() : null;
            classWeights = call.array();
            weights = call.array();
            // Forward, a cross entropy leaves its probabilities for the gradient.
            result = gradient || !likelihood && !hinge ? call.array() : null;
            rows = call.size();
            positions = call.size();
            classes = call.size();
            if (hinge) {
                margin = call.number();
                power = call.size();
            } else {
                smoothing = likelihood ? 0 : call.number();
                ignored = soft ? -1 : call.size();
            }
            reduction = call.text();
            weight = gradient ? call.number() : 1;
        }

        double run() {
            double counted = 0;
            for (int place = 0; place < rows * positions; place++) {
                boolean byClass = classWeights != null && labels != null && !operation.equals("hinge");
                counted += isIgnored(place) ? 0 : byClass ? classWeights[labels[place]] : 1;
            }
            double divisor = Losses.divisor(reduction, rows, counted);
            double sum = 0;
            for (int place = 0; place < rows * positions; place++) {
                double factor = Losses.weight(weights, place / positions) / divisor;
                if (gradient) {
                    slopes(place, weight * factor);
                } else {
                    sum += factor * term(place);
                }
            }
            return sum;
        }

        private boolean isIgnored(int place) {
            return labels != null && labels[place] == ignored;
        }

        /** How much of each class is wanted at a position, its weight included. */
        private double wanted(int place, int c) {
            double one = targets != null ? targets[place * classes + c] : labels[place] == c ? 1 : 0;
            double shared = smoothing / classes;
            if (targets != null) {
                return weightOf(c) * ((1 - smoothing) * one + shared);
            }
            return (1 - smoothing) * one * weightOf(labels[place]) + shared * weightOf(c);
        }

        private double weightOf(int c) {
            return classWeights == null ? 1 : classWeights[c];
        }

        private double term(int place) {
            int at = place * classes;
            double total = 0;
            for (int c = 0; c < classes && !operation.equals("negativeLogLikelihood"); c++) {
                total += Math.exp(x[at + c]);
            }
            for (int c = 0; c < classes && result != null; c++) {
                result[at + c] = Math.exp(x[at + c]) / total;
            }
            if (isIgnored(place)) {
                return 0;
            }
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                if (operation.equals("hinge")) {
                    double missing = Math.max(0, margin - x[at + labels[place]] + x[at + c]);
                    sum += c == labels[place] ? 0 : weightOf(labels[place]) * Math.pow(missing, power) / classes;
                } else if (operation.equals("negativeLogLikelihood")) {
                    sum -= wanted(place, c) * x[at + c];
                } else {
                    sum -= wanted(place, c) * Math.log(result[at + c]);
                }
            }
            return sum;
        }

        private void slopes(int place, double factor) {
            int at = place * classes;
            double mass = 0;
            for (int c = 0; c < classes && !isIgnored(place) && !operation.equals("hinge"); c++) {
                mass += wanted(place, c);
            }
            double leading = 0;
            for (int c = 0; c < classes; c++) {
                double slope;
                if (isIgnored(place)) {
                    slope = 0;
                } else if (operation.equals("hinge")) {
                    double missing = margin - x[at + labels[place]] + x[at + c];
                    slope = c == labels[place] || missing <= 0
                            ? 0
                            : weightOf(labels[place]) * (power == 1 ? 1 : 2 * missing) / classes;
                    leading += slope;
                } else if (operation.equals("negativeLogLikelihood")) {
                    slope = -wanted(place, c);
                } else {
                    slope = x[at + c] * mass - wanted(place, c);
                }
                result[at + c] = factor * slope;
            }
            if (operation.equals("hinge")) {
                result[at + labels[place]] -= factor * leading;
            }
        }
    }
}
