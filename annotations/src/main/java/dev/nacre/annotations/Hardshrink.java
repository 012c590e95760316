package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Small inputs made zero: {@code y = x} where {@code |x| > lambda}, else {@code y = 0}.
 *
 * <p>Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Hardshrink.Repeated.class)
public @interface Hardshrink {
    /** @return lambda: up to which magnitude an input is small */
    double value() default 0.5;

    /** What javac folds repeated {@code @Hardshrink} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Hardshrink[] value();
    }
}
