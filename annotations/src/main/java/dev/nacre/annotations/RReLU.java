package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The randomized leaky rectified linear unit: {@code y = x} where x is positive, else {@code slope x}.
 *
 * <p>Any shape. In training, and in Monte Carlo mode, each element has a slope of its own, uniform between the bounds
 * and new in every step; in evaluation the slope is their mean. Xu et al., "Empirical Evaluation of Rectified
 * Activations in Convolutional Network", 2015.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(RReLU.Repeated.class)
public @interface RReLU {
    /** @return the least slope */
    double lower() default 1.0 / 8;

    /** @return the largest slope, not below the least */
    double upper() default 1.0 / 3;

    /** What javac folds repeated {@code @RReLU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        RReLU[] value();
    }
}
