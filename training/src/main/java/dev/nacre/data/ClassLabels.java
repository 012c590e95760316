package dev.nacre.data;

import java.util.function.IntUnaryOperator;

/**
 * A class index per sample.
 *
 * @param size the number of samples
 * @param indices from the number of a sample to its class
 */
record ClassLabels(int size, IntUnaryOperator indices) implements Labels {

    /** The label that counts nothing in a loss. */
    private static final int IGNORED = -100;

    static ClassLabels of(int[] classes) {
        for (int sample = 0; sample < classes.length; sample++) {
            if (classes[sample] < 0 && classes[sample] != IGNORED) {
                throw new IllegalArgumentException(
                        "the label of sample " + sample + " is " + classes[sample] + ": class indices count from 0");
            }
        }
        return new ClassLabels(classes.length, sample -> classes[sample]);
    }

    static ClassLabels of(Enum<?>[] classes) {
        int[] ordinals = new int[classes.length];
        for (int sample = 0; sample < classes.length; sample++) {
            if (classes[sample] == null) {
                throw new IllegalArgumentException(
                        "the label of sample " + sample + " is null: give a constant per sample");
            }
            ordinals[sample] = classes[sample].ordinal();
        }
        return of(ordinals);
    }

    @Override
    public String toString() {
        return "class indices";
    }
}
