package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;

/**
 * Checks of what a network is given, for generated code: each names the input, what was expected and what was found.
 * Nothing is allocated where nothing is wrong.
 */
public final class Checks {
    private Checks() {}

    /**
     * @param name the input's name in the declaration
     * @param input (batch, sample...)
     * @param sample the declared shape
     * @return the number of samples
     * @throws IllegalArgumentException if the input is null, has another shape or no samples
     */
    public static int batch(String name, Tensor input, Shape sample) {
        return rows("input", name, input, sample);
    }

    /**
     * Checks an input after the first.
     *
     * @param name the input's name in the declaration
     * @param input (batch, sample...)
     * @param sample the declared shape
     * @param batch the number of samples of the first input
     * @throws IllegalArgumentException if the input is null, has another shape or another number of samples
     */
    public static void batch(String name, Tensor input, Shape sample, int batch) {
        int rows = rows("input", name, input, sample);
        if (rows != batch) {
            throw new IllegalArgumentException("input " + name + " has " + samples(rows) + ", but the first input has "
                    + batch + ": all inputs need the same batch");
        }
    }

    /**
     * Checks a column of a record's tensor that holds the places of enum constants; after the shape.
     *
     * @param name the component, such as {@code Passenger.port}
     * @param input (batch, columns)
     * @param batch the number of samples
     * @param column the index of the column
     * @param count the number of places
     * @throws IllegalArgumentException if a value is no whole number from 0 to count - 1
     */
    public static void places(String name, Tensor input, int batch, int column, int count) {
        float[] data = input.data();
        int columns = input.elements() / batch;
        for (int row = 0; row < batch; row++) {
            float value = data[row * columns + column];
            if ((int) value != value || value < 0 || value >= count) {
                throw new IllegalArgumentException(name + " is " + value + " in sample " + row + ", column " + column
                        + ": expected the place of an enum constant, a whole number from 0 to " + (count - 1)
                        + ", as encode(...) writes it");
            }
        }
    }

    /**
     * @param name the target's name in the declaration
     * @param target (batch, sample...)
     * @param sample the shape of one prediction
     * @param batch the number of samples
     * @throws IllegalArgumentException if the target is null, has another shape or another number of samples
     */
    public static void target(String name, Tensor target, Shape sample, int batch) {
        int rows = rows("target", name, target, sample);
        if (rows != batch) {
            throw new IllegalArgumentException("target " + name + " has " + samples(rows) + ", but the batch has "
                    + batch + ": give one target per sample");
        }
    }

    /**
     * @param name the target's name in the declaration
     * @param target the elements of all targets, row by row
     * @param sample the shape of one prediction
     * @param batch the number of samples
     * @throws IllegalArgumentException if the target is null or has another number of elements
     */
    public static void target(String name, float[] target, Shape sample, int batch) {
        int expected = elements(batch, sample.elements());
        if (target == null || target.length != expected) {
            throw new IllegalArgumentException("target " + name + " "
                    + (target == null ? "is null" : "has length " + target.length) + ": expected " + expected
                    + " values, " + sample.elements() + " per sample for " + samples(batch));
        }
    }

    /**
     * @param gradient what {@code backward(outputGradient)} was given, (batch, sample...)
     * @param sample the shape of one output
     * @param batch the number of samples of the last forward
     * @throws IllegalArgumentException if the gradient is null or has another shape than the output
     */
    public static void gradient(Tensor gradient, Shape sample, int batch) {
        int rows = rows("gradient", "of the output", gradient, sample);
        if (rows != batch) {
            throw new IllegalArgumentException("gradient of the output has " + samples(rows)
                    + ", but the last forward had " + batch + ": the gradient has the output's shape");
        }
    }

    /**
     * @param batch the number of samples
     * @param perSample the number of elements of one sample
     * @return their product
     * @throws IllegalArgumentException if the batch is negative, or an array cannot hold so many elements
     */
    public static int elements(int batch, int perSample) {
        if (batch < 0) {
            throw new IllegalArgumentException("the batch has " + batch + " samples: a batch has 1 or more");
        }
        long product = (long) batch * perSample;
        if (product > Shape.MAX_ELEMENTS) {
            throw new IllegalArgumentException("a batch of " + samples(batch) + " needs a buffer of " + product
                    + " elements (" + perSample + " per sample), and an array holds " + Shape.MAX_ELEMENTS
                    + ": use batches of at most " + Shape.MAX_ELEMENTS / perSample);
        }
        return (int) product;
    }

    /**
     * @param batch what the network was given
     * @param index which input, from 0
     * @param count how many inputs the network declares
     * @param name the input's name in the declaration
     * @return the input
     * @throws IllegalArgumentException if the batch is null or has another number of inputs
     */
    public static Tensor input(Batch batch, int index, int count, String name) {
        if (batch == null) {
            throw new IllegalArgumentException("the batch is null: expected " + count(count, "input"));
        }
        int found = batch.inputs().size();
        if (found != count) {
            throw new IllegalArgumentException("the batch has " + count(found, "input") + ", but the network declares "
                    + count + (found <= index ? ": input " + name + ", number " + (index + 1) + ", is missing" : "")
                    + ": give them in order of declaration");
        }
        return batch.inputs().get(index);
    }

    /**
     * @param batch what the network was given
     * @param index which label, from 0
     * @param count how many labels the network declares
     * @param name the label's name in the declaration
     * @return the class indices
     * @throws IllegalArgumentException if the batch is null, has another number of labels or another type there
     */
    public static int[] labels(Batch batch, int index, int count, String name) {
        Object label = label(batch, index, count, name);
        if (label instanceof int[] indices) {
            return indices;
        }
        throw new IllegalArgumentException("label " + name + ", number " + (index + 1) + " of the batch, is a "
                + label.getClass().getSimpleName() + ": expected an int[] with one class index per sample");
    }

    /**
     * @param batch what the network was given
     * @param index which label, from 0
     * @param count how many labels the network declares
     * @param name the target's name in the declaration
     * @return the target
     * @throws IllegalArgumentException if the batch is null, has another number of labels or another type there
     */
    public static Tensor target(Batch batch, int index, int count, String name) {
        Object label = label(batch, index, count, name);
        if (label instanceof Tensor target) {
            return target;
        }
        throw new IllegalArgumentException("target " + name + ", number " + (index + 1)
                + " of the batch's labels, is " + (label instanceof int[] ? "an int[]" : "a float[]")
                + ": expected a Tensor of the prediction's shape");
    }

    static Object label(Batch batch, int index, int count, String name) {
        if (batch == null) {
            throw new IllegalArgumentException("the batch is null: expected " + count(count, "label"));
        }
        int found = batch.labels().size();
        if (found != count) {
            throw new IllegalArgumentException("the batch has " + count(found, "label") + ", but the network declares "
                    + count + (found <= index ? ": " + name + ", number " + (index + 1) + ", is missing" : "")
                    + ": give them in order of declaration, as in Batch.of(input, labels)");
        }
        return batch.labels().get(index);
    }

    private static int rows(String kind, String name, Tensor tensor, Shape sample) {
        if (tensor == null) {
            throw new IllegalArgumentException(
                    kind + " " + name + " is null: expected a tensor of shape " + expected(sample));
        }
        Shape found = tensor.sizes();
        if (!sample.isSampleOf(found)) {
            throw new IllegalArgumentException(kind + " " + name + " has shape " + tuple(found) + ": expected "
                    + expected(sample) + hint(found, sample));
        }
        int rows = found.size(0);
        if (rows == 0) {
            throw new IllegalArgumentException(kind + " " + name + " has an empty batch, shape " + tuple(found)
                    + ": expected " + expected(sample) + " with at least one sample");
        }
        return rows;
    }

    /** What reshaping would make of it, where the elements fit. */
    private static String hint(Shape found, Shape sample) {
        if (found.equals(sample)) {
            return "; a single sample needs a batch axis too: use reshape" + tuple(sample.withBatch(1));
        }
        if (found.rank() == 0 || (long) found.size(0) * sample.elements() != found.elements()) {
            return "";
        }
        return "; if it holds the same elements row by row, use reshape" + tuple(sample.withBatch(found.size(0)));
    }

    private static String expected(Shape sample) {
        StringBuilder text = new StringBuilder("(batch");
        for (int axis = 0; axis < sample.rank(); axis++) {
            text.append(", ").append(sample.size(axis));
        }
        return text.append(')').toString();
    }

    private static String tuple(Shape shape) {
        StringBuilder text = new StringBuilder("(");
        for (int axis = 0; axis < shape.rank(); axis++) {
            text.append(axis == 0 ? "" : ", ").append(shape.size(axis));
        }
        return text.append(')').toString();
    }

    private static String samples(int count) {
        return count(count, "sample");
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
