package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The inner product of two values along their last axis: {@code y = Σ_i a_i b_i}, or the cosine of the angle between them. A
 * merging layer stands first in its stack.
 *
 * <p>Shape: {@code (..., F), (..., F) -> (..., 1)}. With {@code normalize} it is PyTorch's {@code nn.CosineSimilarity}:
 * {@code y = a b / (max(|a|, epsilon) max(|b|, epsilon))}, from -1 to 1; a vector shorter than epsilon is divided by epsilon,
 * a constant. Sums in double precision.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Dot.Repeated.class)
public @interface Dot {
    /** @return whether both vectors are divided by their lengths first */
    boolean normalize() default false;

    /** @return the least length that a vector is divided by, above 0; used with {@code normalize} */
    double epsilon() default 1e-8;

    /** What javac folds repeated {@code @Dot} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Dot[] value();
    }
}
