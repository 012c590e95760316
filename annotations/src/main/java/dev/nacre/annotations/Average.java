package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The mean of two or more values, element by element: {@code y = (a + b + ...) / n}. A merging layer stands
 * first in its stack.
 *
 * <p>Along each axis the sizes are equal or 1, and what has size 1 is repeated; beside images a value with one axis is a number per
 * channel: C counts as Cx1x1. Gradients are summed over the repetitions.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Average.Repeated.class)
public @interface Average {
    /** What javac folds repeated {@code @Average} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Average[] value();
    }
}
