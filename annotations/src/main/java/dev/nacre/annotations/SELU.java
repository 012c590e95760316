package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The scaled exponential linear unit, whose constants keep mean and variance from layer to layer: {@code y = scale x}
 * where x is positive, else {@code scale alpha (exp(x) - 1)}.
 *
 * <p>Any shape. Klambauer, Unterthiner, Mayr and Hochreiter, "Self-Normalizing Neural Networks", 2017.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(SELU.Repeated.class)
public @interface SELU {
    /** @return alpha, as in {@link ELU} */
    double alpha() default 1.6732632423543772;

    /** @return the factor of all */
    double scale() default 1.0507009873554805;

    /** What javac folds repeated {@code @SELU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        SELU[] value();
    }
}
