package dev.nacre.processor.layer;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a layer stands, for its checks and its shape rule. */
public interface Site {
    /** @return the annotation's options */
    Options options();

    /** @return the shapes that come in, one per value, in the order of the arguments */
    List<Shape> inputs();

    /** @return what the user calls the values that come in, in the same order */
    List<String> names();

    /** @return the type of the label, for a loss that has one */
    Optional<Declarations.Type> label();

    /**
     * Infers the size of the last axis from what the layer's output flows into.
     *
     * @return the size; empty where it does not follow, which has then been dealt with: the layer gives no shape
     */
    OptionalInt inferWidth();

    /**
     * Reports an error, with the shapes so far.
     *
     * @param option the option whose value is wrong, or "" for the annotation as a whole
     */
    void report(String option, Message message);

    /** @return the shape that comes in, where there is one */
    default Shape input() {
        return inputs().get(0);
    }
}
