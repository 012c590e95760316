package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A part of an axis: the elements {@code from}, {@code from + step}, ... before {@code to}, as {@code x[from:to:step]} in
 * Python, where negative positions count from the end.
 *
 * <p>Shape: {@code @Slice(axis = 1, from = 1, to = -1)} makes {@code 4x10 -> 4x8}; the axis stays, also with one element. The
 * gradient of what is left out is 0. Other than in Python, positions outside of the axis are an error, and so is a part
 * without elements.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Slice.Repeated.class)
public @interface Slice {
    /** @return the axis, not counting the batch: 0 is the first (features, or channels); negative counts from the last */
    int axis() default 0;

    /** @return the first position; negative counts from the end */
    int from() default 0;

    /** @return the position behind the last one; negative counts from the end; left out, the end */
    int to() default Integer.MAX_VALUE;

    /** @return the distance between two positions, 1 or more */
    int step() default 1;

    /** What javac folds repeated {@code @Slice} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Slice[] value();
    }
}
