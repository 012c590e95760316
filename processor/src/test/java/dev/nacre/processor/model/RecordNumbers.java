package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

/** The columns of records in gradient checks: places of constants, numbers, and some that are missing. */
final class RecordNumbers {
    private RecordNumbers() {}

    /** Puts places where there must be some, and NaN into the second sample where a number may be missing. */
    static void place(Declarations.RecordType record, double[] numbers, Random random) {
        int width = RecordColumn.width(record);
        for (RecordColumn column : RecordColumn.of(record)) {
            for (int row = 0; row < numbers.length / width; row++) {
                int at = row * width + column.at();
                if (column.form() == RecordColumn.Form.PLACE) {
                    numbers[at] = random.nextInt(column.places());
                } else if (column.missing() && column.form() != RecordColumn.Form.ONE_HOT && row == 1) {
                    numbers[at] = Double.NaN;
                }
            }
        }
    }

    /** @return which elements cannot be moved a little: places, and what is missing */
    static boolean[] fixed(Graph.Input input, double[] numbers) {
        boolean[] fixed = new boolean[numbers.length];
        input.record().ifPresent(record -> {
            int width = RecordColumn.width(record);
            for (RecordColumn column : RecordColumn.of(record)) {
                for (int at = column.at(); at < numbers.length; at += width) {
                    fixed[at] = column.form() == RecordColumn.Form.PLACE || Double.isNaN(numbers[at]);
                }
            }
        });
        return fixed;
    }

    /** A place has no slope. */
    static void assertFlat(Declarations.RecordType record, double[] gradient) {
        int width = RecordColumn.width(record);
        for (RecordColumn column : RecordColumn.of(record)) {
            for (int at = column.at(); at < gradient.length; at += width) {
                if (column.form() == RecordColumn.Form.PLACE) {
                    assertEquals(0, gradient[at]);
                }
            }
        }
    }
}
