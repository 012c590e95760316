package dev.nacre.network;

/** How the components of a record become the elements of a tensor, and logits a class; for generated code. */
public final class Encoding {
    private static final String REMEDY = "@Missing on the component, which allows it to be missing";
    private static final String NUMBER_REMEDY =
            "@Missing, @Standardize or @MinMax on the component, which allow it to be missing";

    private Encoding() {}

    /**
     * @param sample a record, or an array of records
     * @throws IllegalArgumentException if it is null
     */
    public static void sample(Object sample, String type) {
        if (sample == null) {
            throw new IllegalArgumentException("a sample is null: give one " + type + " for each");
        }
    }

    /**
     * @return the number as it is
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static float number(float value, String name) {
        if (Float.isNaN(value)) {
            throw missing(name, "NaN", NUMBER_REMEDY);
        }
        return numberOrMissing(value, name);
    }

    /**
     * @return the number, rounded to float
     * @throws IllegalArgumentException if it is NaN, infinite or larger than floats are
     */
    public static float number(double value, String name) {
        return number((float) value, name);
    }

    /**
     * @return the number, rounded to float
     * @throws IllegalArgumentException if it is null, NaN, infinite or larger than floats are
     */
    public static float number(Number value, String name) {
        return number(present(value, name, NUMBER_REMEDY).floatValue(), name);
    }

    /**
     * @return the number, which may be NaN
     * @throws IllegalArgumentException if it is infinite
     */
    public static float numberOrMissing(float value, String name) {
        if (Float.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value
                    + " as a float: every component of a record is finite; give it a finite value");
        }
        return value;
    }

    /**
     * @return the number, rounded to float, which may be NaN
     * @throws IllegalArgumentException if it is infinite or larger than floats are
     */
    public static float numberOrMissing(double value, String name) {
        return numberOrMissing((float) value, name);
    }

    /**
     * @return the number, rounded to float; NaN for null
     * @throws IllegalArgumentException if it is infinite or larger than floats are
     */
    public static float numberOrMissing(Number value, String name) {
        return value == null ? Float.NaN : numberOrMissing(value.floatValue(), name);
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
        return present(value, name, REMEDY) ? 1f : 0f;
    }

    /** @return 1 for true, 0 for false, NaN for null */
    public static float flagOrMissing(Boolean value) {
        if (value == null) {
            return Float.NaN;
        }
        return value ? 1f : 0f;
    }

    /**
     * Writes a 1 at the constant's place and zeros at the others.
     *
     * @param at the index of the first constant's element
     * @param constants the number of constants
     * @throws IllegalArgumentException if the value is null
     */
    public static void oneHot(Enum<?> value, float[] elements, int at, int constants, String name) {
        place(present(value, name, REMEDY).ordinal(), elements, at, constants);
    }

    /**
     * Writes a 1 at the constant's place, the last for null, and zeros at the others.
     *
     * @param at the index of the first constant's element
     * @param places the number of constants and one more
     */
    public static void oneHotOrMissing(Enum<?> value, float[] elements, int at, int places) {
        place(value == null ? places - 1 : value.ordinal(), elements, at, places);
    }

    /**
     * @return the place of the constant among all, from 0
     * @throws IllegalArgumentException if the value is null
     */
    public static float ordinal(Enum<?> value, String name) {
        return present(value, name, REMEDY).ordinal();
    }

    /**
     * @param constants the number of constants
     * @return the place of the constant among all, from 0; for null the place behind the last
     */
    public static float ordinalOrMissing(Enum<?> value, int constants) {
        return value == null ? constants : value.ordinal();
    }

    private static void place(int ordinal, float[] elements, int at, int places) {
        for (int i = 0; i < places; i++) {
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

    private static <T> T present(T value, String name, String remedy) {
        if (value == null) {
            throw missing(name, "null", remedy);
        }
        return value;
    }

    private static IllegalArgumentException missing(String name, String found, String remedy) {
        return new IllegalArgumentException(
                name + " is " + found + ": every component of a record needs a value; give it one, or put " + remedy);
    }
}
