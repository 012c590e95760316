package dev.nacre.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How often samples of each class are predicted as each; immutable. {@link Evaluator#confusionMatrix} makes one of a network
 * and a data set.
 */
public final class ConfusionMatrix {
    private final long[][] counts;
    private final List<String> names;
    private final ClassCounts classes;

    private ConfusionMatrix(long[][] counts, List<String> names) {
        this.counts = counts;
        this.names = names;
        this.classes = new ClassCounts("confusion matrix", counts);
    }

    /**
     * @param actual the class of each sample
     * @param predicted what was said of each
     * @param classes how many classes there are
     * @return their matrix, with numbers as names
     * @throws IllegalArgumentException if the lengths differ, or a class is outside 0 to {@code classes - 1}
     */
    public static ConfusionMatrix of(int[] actual, int[] predicted, int classes) {
        if (actual.length != predicted.length) {
            throw new IllegalArgumentException(
                    actual.length + " labels, but " + predicted.length + " predictions: give one of each per sample");
        }
        if (classes < 1) {
            throw new IllegalArgumentException(classes + " classes: a confusion matrix needs at least 1");
        }
        long[][] counts = new long[classes][classes];
        for (int sample = 0; sample < actual.length; sample++) {
            counts[inside(actual[sample], classes, sample)][inside(predicted[sample], classes, sample)]++;
        }
        return of(counts);
    }

    static ConfusionMatrix of(long[][] counts) {
        return new ConfusionMatrix(
                counts,
                IntStream.range(0, counts.length).mapToObj(Integer::toString).toList());
    }

    private static int inside(int label, int classes, int sample) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    "class " + label + " at index " + sample + ": allowed are 0 to " + (classes - 1));
        }
        return label;
    }

    /**
     * @param classNames a name per class
     * @return the matrix with these names
     * @throws IllegalArgumentException if their number is not that of the classes
     */
    public ConfusionMatrix named(String... classNames) {
        if (classNames.length != counts.length) {
            throw new IllegalArgumentException(
                    classNames.length + " names for " + counts.length + " classes: give one name per class");
        }
        return new ConfusionMatrix(counts, List.of(classNames));
    }

    /**
     * @param type the enum whose constants are the classes
     * @return the matrix with the constants' names
     * @throws IllegalArgumentException if their number is not that of the classes
     */
    public ConfusionMatrix named(Class<? extends Enum<?>> type) {
        return named(Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    /** @return the number of classes */
    public int classes() {
        return counts.length;
    }

    /**
     * @param actual a class
     * @param predicted a class
     * @return how many samples of the first were predicted as the second
     * @throws IndexOutOfBoundsException if there is no such class
     */
    public long count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /** @return how many samples there are of a class */
    public long support(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    /** @return the part of the samples on the diagonal; NaN without samples */
    public double accuracy() {
        return classes.accuracy();
    }

    /** @return of the samples predicted as a class, the part that is of it; 0 where none is predicted */
    public double precision(int label) {
        return classes.of(label, ClassCounts::precision);
    }

    /** @return of the samples of a class, the part that is predicted as it; 0 where there is none */
    public double recall(int label) {
        return classes.of(label, ClassCounts::recall);
    }

    /** @return the harmonic mean of precision and recall of a class; 0 where it is neither predicted nor there */
    public double f1(int label) {
        return classes.of(label, ClassCounts::f1);
    }

    /** @return a row per actual class with a column per predicted one, and at its end recall; precision below */
    @Override
    public String toString() {
        int first = Math.max("actual \\ predicted".length(), longestName());
        int[] widths = new int[counts.length];
        for (int column = 0; column < counts.length; column++) {
            widths[column] = Math.max(6, names.get(column).length());
            for (long[] row : counts) {
                widths[column] =
                        Math.max(widths[column], Long.toString(row[column]).length());
            }
        }
        StringBuilder text = new StringBuilder(left("actual \\ predicted", first));
        for (int column = 0; column < counts.length; column++) {
            text.append(right(names.get(column), widths[column] + 2));
        }
        text.append("  recall\n");
        for (int row = 0; row < counts.length; row++) {
            text.append(left(names.get(row), first));
            for (int column = 0; column < counts.length; column++) {
                text.append(right(Long.toString(counts[row][column]), widths[column] + 2));
            }
            text.append(right(part(recall(row)), 8)).append('\n');
        }
        text.append(left("precision", first));
        for (int column = 0; column < counts.length; column++) {
            text.append(right(part(precision(column)), widths[column] + 2));
        }
        return text.append(right(part(accuracy()), 8)).append(" accuracy\n").toString();
    }

    private int longestName() {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String part(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
