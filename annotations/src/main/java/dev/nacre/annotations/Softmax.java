package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Turns an axis into probabilities: {@code y_i = exp(x_i - max x) / sum_j exp(x_j - max x)}.
 *
 * <p>Any shape. Do not put it before {@link CrossEntropy}, which contains it.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Softmax.Repeated.class)
public @interface Softmax {
    /** @return the axis that adds up to 1, the batch left out; negative ones count from the last */
    int axis() default -1;

    /** What javac folds repeated {@code @Softmax} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Softmax[] value();
    }
}
