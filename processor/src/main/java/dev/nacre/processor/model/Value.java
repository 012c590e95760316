package dev.nacre.processor.model;

/**
 * An array that steps read and write.
 *
 * <p>Two values with one id are one array seen with two shapes of as many elements: a Flatten gives its input's id and
 * kind another shape, and the gradient that it passes back has the id of the gradient that came. Such values may differ
 * in their names as well; arrays are told apart by their ids alone.
 *
 * @param id unique in its network, but for other views of the same array
 * @param name what it holds, in the user's words: {@code hidden1}, or {@code hidden1 dense} for what lies between the
 *     layers of a block; gradients are named by {@link Kind}
 * @param shape of one sample
 * @param kind whose it is
 */
public record Value(int id, String name, Shape shape, Kind kind) {
    /** Whose a value is. */
    public enum Kind {
        /** Given by the caller. */
        INPUT,
        /** Class indices given by the caller: an {@code int[]}. */
        LABEL,
        /** Targets given by the caller. */
        TARGET,
        /** Computed in the forward pass. */
        FORWARD,
        /** The gradient of the loss with respect to the value of the same name. */
        GRADIENT
    }
}
