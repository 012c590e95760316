package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The mean of each channel: {@code y[c] = mean over all i of x[c, i]}, with any number of axes behind the channels. Sums are in double.
 * Lin, Chen and Yan, "Network in network", 2013.
 *
 * <p>Shape: {@code (channels, ...) -> (channels)}, or {@code (channels, 1, ...)} with {@link #keep()}. No parameters.
 *
 * <p>Gradient: each element gets {@code dy / n} with n their number.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GlobalAvgPool.Repeated.class)
public @interface GlobalAvgPool {
    /** @return whether the axes behind the channels stay, with size 1 */
    boolean keep() default false;

    /** What javac folds repeated {@code @GlobalAvgPool} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GlobalAvgPool[] value();
    }
}
