package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The continuously differentiable exponential linear unit: {@code y = x} where x is positive, else
 * {@code alpha (exp(x / alpha) - 1)}.
 *
 * <p>Any shape. Barron, "Continuously Differentiable Exponential Linear Units", 2017.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(CELU.Repeated.class)
public @interface CELU {
    /** @return alpha: the negative of the limit for small x */
    double value() default 1;

    /** What javac folds repeated {@code @CELU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        CELU[] value();
    }
}
