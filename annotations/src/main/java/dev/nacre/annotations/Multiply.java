package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The element by element product of two or more values: a gate. A merging layer stands first in its stack.
 * Layers on a parameter bring a value to the others' shape.
 *
 * <p>Along each axis the sizes are equal or 1, and what has size 1 is repeated; beside images a value with one axis is a number per
 * channel: C counts as Cx1x1. Gradients are summed over the repetitions.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Multiply.Repeated.class)
public @interface Multiply {
    /** What javac folds repeated {@code @Multiply} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Multiply[] value();
    }
}
