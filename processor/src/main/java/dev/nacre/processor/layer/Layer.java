package dev.nacre.processor.layer;

import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One annotation's meaning: its checks, its shape rule, its parameters, its forward and its backward. Found as a
 * service, so that a new layer is one file; stateless.
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
        /** Predictions and what they are compared with in, a loss out: last in its stack. Is a {@link LossLayer}. */
        LOSS
    }

    /** What the model may rely on without asking for a shape. */
    enum Trait {
        /** What goes out has the shape of what comes in. */
        KEEPS_SHAPE,
        /** An element by element nonlinearity. */
        ACTIVATION,
        /** All inputs of a merge have one shape. */
        EQUAL_INPUTS,
        /** What goes out is a softmax, or its logarithm. */
        NORMALISED,
        /** A merge takes exactly two values. */
        TWO_INPUTS,
        /** The layer declares parameters or statistics. */
        PARAMETERS,
        /** An initialiser such as {@code @Normal} may follow the layer. */
        INITIALISED,
        /** The layer multiplies with one weight, and other weights may take its place for a batch. */
        CONNECTED,
        /** The layer is a product with one weight, said in the runtime's "dense" and its gradients, which have a form for each sample. */
        DENSE
    }

    default Role role() {
        return Role.TRANSFORM;
    }

    default Set<Trait> traits() {
        return Set.of();
    }

    /** @return what stands for the layer in the names of its parameters: {@code batchNorm} */
    default String part() {
        return name().substring(0, 1).toLowerCase(Locale.ROOT) + name().substring(1);
    }

    /** @return the values that each numeric option may have; checked before any shape is known */
    default Map<String, Range> ranges() {
        return Map.of();
    }

    /** @return the name of the annotation's constant that a value of an option stands for */
    default Optional<String> constant(String option, Object value) {
        return Optional.empty();
    }

    /**
     * Something wrong with the options, whatever the shapes.
     *
     * @param option the option it is about
     * @param message what is wrong and what to do
     */
    record Fault(String option, Message message) {}

    /** @return what is wrong with options that are within their ranges; checked before any shape is known */
    default List<Fault> faults(Options options) {
        return List.of();
    }

    /**
     * Checks the shapes that come in, and reports what is wrong; called where the options are within their ranges and
     * all shapes are known.
     *
     * @return the shape that goes out; empty after a problem. A loss gives the shape it came with
     */
    Optional<Shape> shape(Site site);

    /** Says the parameters, the forward steps and the backward steps; called for checked sites only. */
    void emit(Emission emission);
}
