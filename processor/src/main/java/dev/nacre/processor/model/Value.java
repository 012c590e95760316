package dev.nacre.processor.model;

/**
 * An array that steps read and write.
 *
 * @param id unique in its network
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
