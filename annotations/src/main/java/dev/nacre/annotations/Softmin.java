package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Probabilities along an axis, the least input the most probable: {@code y_i = exp(-x_i) / sum_j exp(-x_j)}, without
 * overflow.
 *
 * <p>Any shape. Do not put it before {@link CrossEntropy}, which contains a softmax.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Softmin.Repeated.class)
public @interface Softmin {
    /** @return the axis that adds up, the batch left out; negative ones count from the last */
    int axis() default -1;

    /** What javac folds repeated {@code @Softmin} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Softmin[] value();
    }
}
