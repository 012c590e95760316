package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Two or more values behind one another along an axis; every other axis must agree. A merging layer stands first in its
 * stack.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Concat.Repeated.class)
public @interface Concat {
    /** @return the axis, not counting the batch: 0 is the first (features, or channels); negative counts from the last */
    int axis() default 0;

    /** What javac folds repeated {@code @Concat} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Concat[] value();
    }
}
