package dev.nacre.verification.dropout;

/**
 * What one statistic says.
 *
 * @param check its row in the table of the battery, D1 to D20
 * @param what what it was measured on
 * @param value standard deviations from what it should be, or the number of elements that are wrong
 * @param limit the largest magnitude that passes
 */
record Finding(String check, String what, double value, double limit) {
    /** Not a number is a rejection. */
    boolean rejects() {
        return !(Math.abs(value) <= limit);
    }

    @Override
    public String toString() {
        return check + " " + what + ": " + (limit == 0 ? (long) value + " wrong" : value + " sigma");
    }
}
