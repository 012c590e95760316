package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The exponential linear unit: {@code y = x} where x is positive, else {@code alpha (exp(x) - 1)}.
 *
 * <p>Any shape. Clevert, Unterthiner and Hochreiter, "Fast and Accurate Deep Network Learning by Exponential Linear
 * Units", 2015.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(ELU.Repeated.class)
public @interface ELU {
    /** @return alpha: the negative of the limit for small x */
    double value() default 1;

    /** What javac folds repeated {@code @ELU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        ELU[] value();
    }
}
