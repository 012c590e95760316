package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The input brought nearer to zero: {@code y = x - lambda} where {@code x > lambda}, {@code y = x + lambda} where
 * {@code x < -lambda}, else {@code y = 0}.
 *
 * <p>Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Softshrink.Repeated.class)
public @interface Softshrink {
    /** @return lambda: by how much, at most */
    double value() default 0.5;

    /** What javac folds repeated {@code @Softshrink} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Softshrink[] value();
    }
}
