package dev.nacre.network;

/**
 * How many connections a weight's initial scale is made for, counted as PyTorch counts them: a weight [out, in, ...] has
 * {@code in} times the product of the axes behind (the receptive field of a convolution) into each of its units, and
 * {@code out} times that product out of each.
 */
public enum Fan {
    /** Into a unit: keeps the variance of activations on the way forward. */
    IN,
    /** Out of a unit: keeps the variance of gradients on the way back. */
    OUT,
    /** The mean of both (Glorot and Bengio, 2010). */
    AVERAGE;

    /**
     * @param shape of a weight, [out, in, ...]
     * @return the number of connections
     * @throws IllegalArgumentException if the shape has fewer than two axes
     */
    public double of(int... shape) {
        if (shape.length < 2) {
            throw new IllegalArgumentException(
                    "a weight of " + shape.length + " axes has no fan: it needs two or more, [out, in, ...]");
        }
        double field = 1;
        for (int axis = 2; axis < shape.length; axis++) {
            field *= shape[axis];
        }
        return switch (this) {
            case IN -> shape[1] * field;
            case OUT -> shape[0] * field;
            case AVERAGE -> (shape[0] * field + shape[1] * field) / 2;
        };
    }
}
