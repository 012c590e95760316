package dev.nacre.processor.layer;

import dev.nacre.processor.model.Shape;
import java.util.Optional;

/**
 * One annotation's meaning: its checks, its shape rule, its parameters, its forward and its backward. Found as a service,
 * so that a new layer is one file; stateless.
 */
public interface Layer {
    /** @return the annotation's simple name, such as Dense */
    String name();

    /** What stands where in a stack. */
    enum Role {
        /** One value in, one value out. */
        TRANSFORM,
        /** Two or more values in: first in its stack. */
        MERGE,
        /** A value and a label in, a loss out: last in its stack. */
        LOSS
    }

    default Role role() {
        return Role.TRANSFORM;
    }

    /**
     * Checks the options and the shapes that come in, and reports what is wrong.
     *
     * @return the shape that goes out; empty after a problem. A loss gives the shape it came with
     */
    Optional<Shape> shape(Site site);

    /** Says the parameters, the forward steps and the backward steps; called for checked sites only. */
    void emit(Emission emission);
}
