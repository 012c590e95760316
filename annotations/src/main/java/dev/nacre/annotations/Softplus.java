package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A smooth rectifier; where {@code beta x} is above the threshold, {@code y = x}:
 * {@code y = log(1 + exp(beta x)) / beta}.
 *
 * <p>Any shape. Dugas, Bengio, Bélisle, Nadeau and Garcia, "Incorporating Second-Order Functional Knowledge for
 * Better Option Pricing", 2000.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Softplus.Repeated.class)
public @interface Softplus {
    /** @return how sharp the bend is */
    double beta() default 1;

    /** @return above which {@code beta x} the function is x itself */
    double threshold() default 20;

    /** What javac folds repeated {@code @Softplus} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Softplus[] value();
    }
}
