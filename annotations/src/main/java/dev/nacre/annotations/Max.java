package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The largest of two or more values, element by element: {@code y = max(a, b, ...)}. A merging layer stands first
 * in its stack.
 *
 * <p>The gradient goes to the largest; where two are equal each gets half of it, as of PyTorch's {@code torch.max(a, b)}. More
 * than two values are taken one after the other: {@code max(max(a, b), c)}. NaN where any value is.
 *
 * <p>Along each axis the sizes are equal or 1, and what has size 1 is repeated; beside images a value with one axis is a number per
 * channel: C counts as Cx1x1. Gradients are summed over the repetitions.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Max.Repeated.class)
public @interface Max {
    /** What javac folds repeated {@code @Max} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Max[] value();
    }
}
