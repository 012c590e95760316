package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The largest element of each channel: {@code y[c] = max over all i of x[c, i]}, with any number of axes behind the channels. NaN is larger than every number.
 *
 * <p>Shape: {@code (channels, ...) -> (channels)}, or {@code (channels, 1, ...)} with {@link #keep()}. No parameters.
 *
 * <p>Gradient: dy goes to the largest element, the first in row-major order of several.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GlobalMaxPool.Repeated.class)
public @interface GlobalMaxPool {
    /** @return whether the axes behind the channels stay, with size 1 */
    boolean keep() default false;

    /** What javac folds repeated {@code @GlobalMaxPool} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GlobalMaxPool[] value();
    }
}
