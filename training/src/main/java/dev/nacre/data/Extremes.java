package dev.nacre.data;

import java.util.stream.IntStream;

/** The least and the greatest label of a column. */
final class Extremes {
    private Extremes() {}

    /** @return the places in {@code rows} of the first of each; none of targets */
    static IntStream of(Labels column, int[] rows) {
        if (rows.length == 0 || column instanceof TargetLabels) {
            return IntStream.empty();
        }
        int least = 0;
        int greatest = 0;
        for (int place = 1; place < rows.length; place++) {
            double value = value(column, rows[place]);
            if (Double.compare(value, value(column, rows[least])) < 0) {
                least = place;
            }
            // What is not a number comes after infinity here.
            if (Double.compare(value, value(column, rows[greatest])) > 0) {
                greatest = place;
            }
        }
        return IntStream.of(least, greatest);
    }

    private static double value(Labels column, int row) {
        return column instanceof ClassLabels classes
                ? classes.indices().applyAsInt(row)
                : ((SampleWeightLabels) column).weights()[row];
    }
}
