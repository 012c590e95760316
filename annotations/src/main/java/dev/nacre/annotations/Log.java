package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The natural logarithm of each element; NaN where it is negative: {@code y = log(x)}.
 *
 * <p>Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Log.Repeated.class)
public @interface Log {
    /** What javac folds repeated {@code @Log} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Log[] value();
    }
}
