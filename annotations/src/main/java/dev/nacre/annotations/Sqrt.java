package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The square root of each element; NaN where it is negative, with an infinite derivative at 0: {@code y = sqrt(x)}.
 *
 * <p>Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Sqrt.Repeated.class)
public @interface Sqrt {
    /** What javac folds repeated {@code @Sqrt} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Sqrt[] value();
    }
}
