package dev.nacre.network;

/** How the components of a record become the elements of a tensor, and logits a class; for generated code. */
public final class Encoding {
    private Encoding() {}

    /** @return the number as it is */
    public static float number(float value, String name) {
        return value;
    }

    /** @return the number, rounded to float */
    public static float number(double value, String name) {
        return (float) value;
    }

    /**
     * @return the number, rounded to float
     * @throws IllegalArgumentException if it is null
     */
    public static float number(Number value, String name) {
        return present(value, name).floatValue();
    }

    /** @return 1 for true, 0 for false */
    public static float flag(boolean value, String name) {
        return value ? 1f : 0f;
    }

    /**
     * @return 1 for true, 0 for false
     * @throws IllegalArgumentException if it is null
     */
    public static float flag(Boolean value, String name) {
        return present(value, name) ? 1f : 0f;
    }

    /**
     * Writes a 1 at the constant's place and zeros at the others.
     *
     * @param at the index of the first constant's element
     * @param constants the number of constants
     * @throws IllegalArgumentException if the value is null
     */
    public static void oneHot(Enum<?> value, float[] elements, int at, int constants, String name) {
        int ordinal = present(value, name).ordinal();
        for (int i = 0; i < constants; i++) {
            elements[at + i] = i == ordinal ? 1f : 0f;
        }
    }

    /** @return the index of the first largest of the first {@code count} values */
    public static int largest(float[] values, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static <T> T present(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: every component of a record needs a value");
        }
        return value;
    }
}
