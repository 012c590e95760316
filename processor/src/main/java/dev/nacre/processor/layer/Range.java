package dev.nacre.processor.layer;

/**
 * The finite numbers that an option may have.
 *
 * @param low the lower bound
 * @param lowIncluded whether the lower bound itself is allowed
 * @param high the upper bound, included; infinite for none
 * @param meaning what the option is, for people: {@code the probability of dropping an element}
 */
public record Range(double low, boolean lowIncluded, double high, String meaning) {
    /** @return low or more */
    public static Range atLeast(double low, String meaning) {
        return new Range(low, true, Double.POSITIVE_INFINITY, meaning);
    }

    /** @return more than low */
    public static Range above(double low, String meaning) {
        return new Range(low, false, Double.POSITIVE_INFINITY, meaning);
    }

    /** @return from low to high, both included */
    public static Range between(double low, double high, String meaning) {
        return new Range(low, true, high, meaning);
    }

    /** @return every number that a float can hold */
    public static Range finite(String meaning) {
        return between(-Float.MAX_VALUE, Float.MAX_VALUE, meaning);
    }

    /** @return this range with an upper bound, which is included */
    public Range upTo(double bound) {
        return new Range(low, lowIncluded, bound, meaning);
    }

    /** @return whether a number is in the range; NaN and infinities never are */
    public boolean contains(double value) {
        return Double.isFinite(value) && (lowIncluded ? value >= low : value > low) && value <= high;
    }

    /** @return from 0 to 1 */
    @Override
    public String toString() {
        if (low == -Float.MAX_VALUE && high == Float.MAX_VALUE) {
            return "a finite float";
        }
        if (high == Double.POSITIVE_INFINITY) {
            return lowIncluded ? number(low) + " or more" : "above " + number(low);
        }
        return (lowIncluded ? "from " + number(low) + " to " : "above " + number(low) + " and up to ") + number(high);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
