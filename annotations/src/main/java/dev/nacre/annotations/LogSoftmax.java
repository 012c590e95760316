package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The logarithm of the {@link Softmax}: {@code y_i = x_i - log(sum_j exp(x_j))} along an axis, without overflow.
 *
 * <p>Any shape. {@link CrossEntropy} contains it.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(LogSoftmax.Repeated.class)
public @interface LogSoftmax {
    /** @return the axis that adds up, the batch left out; negative ones count from the last */
    int axis() default -1;

    /** What javac folds repeated {@code @LogSoftmax} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        LogSoftmax[] value();
    }
}
