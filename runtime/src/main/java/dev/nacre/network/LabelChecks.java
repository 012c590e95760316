package dev.nacre.network;

/**
 * Checks of the labels and weights that losses are given, for generated code; a label may have several positions per sample.
 * Yes and no become the numbers that losses calculate with, in an array that is used again. Nothing is allocated where
 * nothing is wrong and that array is long enough.
 */
public final class LabelChecks {
    private LabelChecks() {}

    /**
     * @param name the label's name in the declaration
     * @param labels one class index per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param classes the number of classes
     * @throws IllegalArgumentException if the labels are null, too few or too many, or one is outside 0 to classes - 1
     */
    public static void labels(String name, int[] labels, int batch, int positions, int classes) {
        labels(name, labels, batch, positions, classes, 0);
    }

    /**
     * @param name the label's name in the declaration
     * @param labels one class index per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param classes the number of classes
     * @param ignored the label that counts nothing
     * @throws IllegalArgumentException if the labels are null, too few or too many, or one is neither ignored nor in 0 to
     *     classes - 1
     */
    public static void labels(String name, int[] labels, int batch, int positions, int classes, int ignored) {
        length(name, labels != null, labels == null ? 0 : labels.length, batch, positions, "class index");
        if (labels.length == 1 && labels[0] >= 0 && labels[0] < classes) {
            return;
        }
        for (int i = 0; i < labels.length; i++) {
            if ((labels[i] < 0 || labels[i] >= classes) && labels[i] != ignored) {
                throw new IllegalArgumentException("label " + name + " has the class index " + labels[i] + " at index "
                        + i + ": allowed are 0 to " + (classes - 1)
                        + (ignored < 0 || ignored >= classes ? ", and " + ignored + " for none" : "")
                        + (labels[i] == classes ? "; if the classes count from 1, subtract 1" : ""));
            }
        }
    }

    /**
     * @param name the label's name in the declaration
     * @param labels one constant per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param indices an array to use again, or null
     * @return the constants' ordinals, in {@code indices} where that is long enough
     * @throws IllegalArgumentException if the labels are null, too few or too many, or one is null
     */
    public static int[] ordinals(String name, Enum<?>[] labels, int batch, int positions, int[] indices) {
        length(name, labels != null, labels == null ? 0 : labels.length, batch, positions, "constant");
        int[] ordinals = indices != null && indices.length >= labels.length ? indices : new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            ordinals[i] = present(name, labels[i], i).ordinal();
        }
        return ordinals;
    }

    /**
     * @param name the label's name in the declaration
     * @param labels 0 or 1 per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param flags an array to use again, or null
     * @return 0 or 1 each, in {@code flags} where that is long enough
     * @throws IllegalArgumentException if the labels are null, too few or too many, or one is neither 0 nor 1
     */
    public static float[] flags(String name, int[] labels, int batch, int positions, float[] flags) {
        length(name, labels != null, labels == null ? 0 : labels.length, batch, positions, "0 or 1");
        float[] numbers = room(labels.length, flags);
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = oneOf(name, labels[i], i, 0, 1);
        }
        return numbers;
    }

    /**
     * @param name the label's name in the declaration
     * @param labels true or false per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param flags an array to use again, or null
     * @return 1 for true and 0 for false, in {@code flags} where that is long enough
     * @throws IllegalArgumentException if the labels are null, too few or too many
     */
    public static float[] flags(String name, boolean[] labels, int batch, int positions, float[] flags) {
        length(name, labels != null, labels == null ? 0 : labels.length, batch, positions, "true or false");
        float[] numbers = room(labels.length, flags);
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = labels[i] ? 1f : 0f;
        }
        return numbers;
    }

    /**
     * @param name the label's name in the declaration
     * @param labels one of two constants per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param flags an array to use again, or null
     * @return 1 for the second constant and 0 for the first, in {@code flags} where that is long enough
     * @throws IllegalArgumentException if the labels are null, too few or too many, or one is null
     */
    public static float[] flags(String name, Enum<?>[] labels, int batch, int positions, float[] flags) {
        length(name, labels != null, labels == null ? 0 : labels.length, batch, positions, "constant");
        float[] numbers = room(labels.length, flags);
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = present(name, labels[i], i).ordinal();
        }
        return numbers;
    }

    /**
     * @param name the label's name in the declaration
     * @param labels 1 or -1 per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param signs an array to use again, or null
     * @return 1 or -1 each, in {@code signs} where that is long enough
     * @throws IllegalArgumentException if the labels are null, too few or too many, or one is neither 1 nor -1
     */
    public static float[] signs(String name, int[] labels, int batch, int positions, float[] signs) {
        length(name, labels != null, labels == null ? 0 : labels.length, batch, positions, "1 or -1");
        float[] numbers = room(labels.length, signs);
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = oneOf(name, labels[i], i, 1, -1);
        }
        return numbers;
    }

    /**
     * @param name the label's name in the declaration
     * @param labels true or false per position
     * @param batch the number of samples
     * @param positions the number of positions of each sample
     * @param signs an array to use again, or null
     * @return 1 for true and -1 for false, in {@code signs} where that is long enough
     * @throws IllegalArgumentException if the labels are null, too few or too many
     */
    public static float[] signs(String name, boolean[] labels, int batch, int positions, float[] signs) {
        float[] numbers = flags(name, labels, batch, positions, signs);
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = 2 * numbers[i] - 1;
        }
        return numbers;
    }

    /**
     * @param name the name of the weights in the declaration
     * @param weights what each sample's loss is multiplied with
     * @param batch the number of samples
     * @throws IllegalArgumentException if the weights are null, too few or too many, or one is negative, infinite or NaN
     */
    public static void weights(String name, float[] weights, int batch) {
        if (weights == null || weights.length != batch) {
            throw new IllegalArgumentException("sample weights " + name + " "
                    + (weights == null ? "are null" : "have length " + weights.length) + " for a batch of "
                    + samples(batch) + ": give one weight per sample");
        }
        for (int i = 0; i < batch; i++) {
            if (!(weights[i] >= 0 && weights[i] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("sample weights " + name + " have " + weights[i] + " at index " + i
                        + ": a weight is a finite number, 0 or more");
            }
        }
    }

    /**
     * @param batch what the network was given
     * @param index which label, from 0
     * @param count how many labels the network declares
     * @param name the name of the weights in the declaration
     * @return the weights
     * @throws IllegalArgumentException if the batch is null, has another number of labels or another type there
     */
    public static float[] weights(Batch batch, int index, int count, String name) {
        if (Checks.label(batch, index, count, name) instanceof float[] weights) {
            return weights;
        }
        throw new IllegalArgumentException("sample weights " + name + ", number " + (index + 1)
                + " of the batch's labels, are of another kind: expected a float[] with one weight per sample");
    }

    private static void length(String name, boolean present, int found, int batch, int positions, String what) {
        int expected = Checks.elements(batch, positions);
        if (!present || found != expected) {
            String each = positions == 1 ? "" : ", " + positions + " for each";
            throw new IllegalArgumentException(
                    "label " + name + " " + (present ? "has length " + found : "is null") + " for a batch of "
                            + samples(batch) + each + ": give one " + what + " per "
                            + (positions == 1 ? "sample" : "position, " + expected + " in all"));
        }
    }

    private static float oneOf(String name, int label, int index, int one, int other) {
        if (label != one && label != other) {
            throw new IllegalArgumentException(
                    "label " + name + " is " + label + " at index " + index + ": allowed are " + one + " and " + other);
        }
        return label;
    }

    private static Enum<?> present(String name, Enum<?> constant, int index) {
        if (constant == null) {
            throw new IllegalArgumentException("label " + name + " is null at index " + index);
        }
        return constant;
    }

    private static float[] room(int length, float[] array) {
        return array != null && array.length >= length ? array : new float[length];
    }

    private static String samples(int count) {
        return count + (count == 1 ? " sample" : " samples");
    }
}
