package dev.nacre.kernel;

/** Checks of what callers pass to the kernels, so that a wrong size is named before anything is written. */
final class Arguments {
    private Arguments() {}

    static void array(String name, float[] array, int rows, int columns) {
        require(name, array.length, (long) rows * columns, rows, columns);
    }

    /** Labels from 0 to classes - 1, or ignored. */
    static void labels(int[] labels, int count, int classes, int ignored) {
        require("labels", labels.length, count, count, 1);
        if (count == 1 && labels[0] >= 0 && labels[0] < classes) {
            // A loop for one label takes a small network longer than the label.
            return;
        }
        for (int i = 0; i < count; i++) {
            if ((labels[i] < 0 || labels[i] >= classes) && labels[i] != ignored) {
                boolean isNone = ignored < 0 || ignored >= classes;
                throw new IllegalArgumentException(
                        "label " + labels[i] + " at index " + i + " is not one of the " + classes
                                + " classes; labels are from 0 to " + (classes - 1)
                                + (isNone ? ", or " + ignored + ", which counts nothing" : ""));
            }
        }
    }

    /** What losses against class indices have in common. */
    static void classLoss(
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            int rows,
            int positions,
            int classes,
            int ignored) {
        labels(labels, rows * positions, classes, ignored);
        weights(classWeights, classes, sampleWeights, rows);
    }

    /** Weights that may be missing. */
    static void weights(float[] classWeights, int classes, float[] sampleWeights, int rows) {
        if (classWeights != null) {
            vector("classWeights", classWeights, classes);
        }
        if (sampleWeights != null) {
            vector("sampleWeights", sampleWeights, rows);
        }
    }

    /** What losses that compare element by element have in common. */
    static void elementLoss(float[] x, float[] target, float[] sampleWeights, int rows, int columns) {
        someElements("the loss", rows, columns);
        pair("x", x, "target", target, rows, columns);
        weights(null, 0, sampleWeights, rows);
    }

    /** What losses between two embeddings have in common. */
    static void embeddingLoss(float[] a, float[] b, float[] target, float[] sampleWeights, int rows, int columns) {
        someElements("the loss", rows, columns);
        pair("a", a, "b", b, rows, columns);
        vector("target", target, rows);
        weights(null, 0, sampleWeights, rows);
    }

    static void pair(String aName, float[] a, String bName, float[] b, int rows, int columns) {
        sizes(rows, columns);
        array(aName, a, rows, columns);
        array(bName, b, rows, columns);
    }

    static void vector(String name, float[] array, int length) {
        array(name, array, 1, length);
    }

    static void sizes(int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("a size is negative: " + rows + " rows, " + columns + " columns");
        }
    }

    static void someElements(String what, int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    what + " is a mean and needs at least one element, but there are " + rows + " rows of " + columns);
        }
    }

    static void slice(int columns, int wholeColumns, int offset) {
        if (offset < 0 || offset > wholeColumns - columns) {
            throw new IllegalArgumentException("columns " + offset + " to " + (offset + (long) columns - 1)
                    + " do not lie inside the " + wholeColumns + " columns of the whole");
        }
    }

    /** The elements of two axes; for more of them once more. Not with an argument for each: the array of them would stay. */
    static int product(int first, int second) {
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("a size is negative: " + Math.min(first, second));
        }
        long product = (long) first * second;
        if (product > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("sizes multiply up to more than 2147483647 elements");
        }
        return (int) product;
    }

    static void stride(int size, int from, int step, int count) {
        if (from < 0 || step < 1 || count < 0 || count > 0 && from + (count - 1L) * step >= size) {
            throw new IllegalArgumentException(count + " elements from " + from + " on in steps of " + step
                    + " do not lie inside an axis of " + size);
        }
    }

    static void distinct(String aName, float[] a, String bName, float[] b) {
        if (a == b) {
            throw new IllegalArgumentException(aName + " and " + bName + " are one array; give two");
        }
    }

    static void optional(String name, float[] array, int length) {
        if (array != null) {
            vector(name, array, length);
        }
    }

    private static void require(String name, int length, long needed, int rows, int columns) {
        if (length < needed) {
            throw new IllegalArgumentException(name + " has " + length + " elements, but " + needed + " are needed ("
                    + rows + " x " + columns + ")");
        }
    }
}
