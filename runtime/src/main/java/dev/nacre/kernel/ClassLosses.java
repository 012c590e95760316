package dev.nacre.kernel;

import java.util.Arrays;

/**
 * The loops of losses against class indices, one per position of a sample. A label equal to {@code ignored} counts nothing;
 * class weights are null for ones.
 */
final class ClassLosses {
    private ClassLosses() {}

    /** @return what the mean is divided by: the weights of the classes of all labels that count */
    private static double counted(int[] labels, float[] classWeights, int count, int ignored) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += labels[i] == ignored ? 0 : weight(classWeights, labels[i]);
        }
        return sum;
    }

    private static double weight(float[] classWeights, int label) {
        return classWeights == null ? 1 : classWeights[label];
    }

    /** Where every label is ignored there is nothing to divide, and the loss is 0. */
    private static double over(double divisor) {
        return divisor == 0 ? 0 : 1 / divisor;
    }

    static float crossEntropy(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] probabilities,
            int rows,
            int positions,
            int classes,
            double smoothing,
            int ignored,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = 0;
            for (int place = row * positions, end = place + positions; place < end; place++) {
                int label = labels[place];
                if (label != ignored) {
                    int at = place * classes;
                    double logSum = logSum(x, probabilities, at, classes);
                    ofRow += (1 - smoothing) * weight(classWeights, label) * (logSum - x[at + label]);
                    if (smoothing > 0) {
                        ofRow += smoothing / classes * spread(x, classWeights, at, classes, logSum);
                    }
                }
            }
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        double counted = counted(labels, classWeights, rows * positions, ignored);
        return (float) (sum * over(reduction.divisor(rows, counted)));
    }

    /** {@code log sum_c exp(x_c)}, from the largest x and its probability, which is never small. */
    private static double logSum(float[] x, float[] probabilities, int at, int classes) {
        int largest = at;
        for (int i = at + 1; i < at + classes; i++) {
            largest = x[i] > x[largest] ? i : largest;
        }
        return x[largest] - StrictMath.log(probabilities[largest]);
    }

    private static double spread(float[] x, float[] classWeights, int at, int classes, double logSum) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += weight(classWeights, c) * (logSum - x[at + c]);
        }
        return sum;
    }

    static void crossEntropyGradient(
            float[] probabilities,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            double smoothing,
            int ignored,
            Reduction reduction,
            double weight) {
        double counted = counted(labels, classWeights, rows * positions, ignored);
        double factor = weight * over(reduction.divisor(rows, counted));
        double share = smoothing / classes;
        double all = 0;
        for (int c = 0; c < classes; c++) {
            all += weight(classWeights, c);
        }
        for (int row = 0; row < rows; row++) {
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
            for (int place = row * positions, end = place + positions; place < end; place++) {
                int label = labels[place];
                int at = place * classes;
                if (label == ignored) {
                    Arrays.fill(dx, at, at + classes, 0f);
                    continue;
                }
                double hit = (1 - smoothing) * weight(classWeights, label);
                double mass = hit + share * all;
                for (int c = 0; c < classes; c++) {
                    double wanted = share * weight(classWeights, c) + (c == label ? hit : 0);
                    dx[at + c] = (float) (ofRow * (probabilities[at + c] * mass - wanted));
                }
            }
        }
    }

    static float softCrossEntropy(
            float[] x,
            float[] target,
            float[] classWeights,
            float[] sampleWeights,
            float[] probabilities,
            int rows,
            int positions,
            int classes,
            double smoothing,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = 0;
            for (int place = row * positions, end = place + positions; place < end; place++) {
                int at = place * classes;
                double logSum = logSum(x, probabilities, at, classes);
                for (int c = 0; c < classes; c++) {
                    double wanted = weight(classWeights, c) * smoothed(target[at + c], smoothing, classes);
                    // What is not wanted adds nothing, even where its logit is minus infinity.
                    ofRow += wanted == 0 ? 0 : wanted * (logSum - x[at + c]);
                }
            }
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, positions));
    }

    static void softCrossEntropyGradient(
            float[] probabilities,
            float[] target,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            double smoothing,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, positions);
        for (int row = 0; row < rows; row++) {
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
            for (int place = row * positions, end = place + positions; place < end; place++) {
                int at = place * classes;
                double mass = 0;
                for (int c = 0; c < classes; c++) {
                    mass += weight(classWeights, c) * smoothed(target[at + c], smoothing, classes);
                }
                for (int c = 0; c < classes; c++) {
                    double wanted = weight(classWeights, c) * smoothed(target[at + c], smoothing, classes);
                    dx[at + c] = (float) (ofRow * (probabilities[at + c] * mass - wanted));
                }
            }
        }
    }

    private static double smoothed(float target, double smoothing, int classes) {
        return target * (1 - smoothing) + smoothing / classes;
    }

    static float negativeLogLikelihood(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            int rows,
            int positions,
            int classes,
            int ignored,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = 0;
            for (int place = row * positions, end = place + positions; place < end; place++) {
                if (labels[place] != ignored) {
                    ofRow -= weight(classWeights, labels[place]) * x[place * classes + labels[place]];
                }
            }
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        double counted = counted(labels, classWeights, rows * positions, ignored);
        return (float) (sum * over(reduction.divisor(rows, counted)));
    }

    static void negativeLogLikelihoodGradient(
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            int ignored,
            Reduction reduction,
            double weight) {
        double counted = counted(labels, classWeights, rows * positions, ignored);
        double factor = weight * over(reduction.divisor(rows, counted));
        Arrays.fill(dx, 0, rows * positions * classes, 0f);
        for (int row = 0; row < rows; row++) {
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
            for (int place = row * positions, end = place + positions; place < end; place++) {
                if (labels[place] != ignored) {
                    dx[place * classes + labels[place]] = (float) (-ofRow * weight(classWeights, labels[place]));
                }
            }
        }
    }
}
