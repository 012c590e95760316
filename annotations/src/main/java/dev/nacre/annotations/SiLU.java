package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The sigmoid linear unit, also known as swish: {@code y = x / (1 + exp(-x))}.
 *
 * <p>Any shape. Elfwing, Uchibe and Doya, "Sigmoid-Weighted Linear Units", 2017; Ramachandran, Zoph and Le,
 * "Searching for Activation Functions", 2017.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(SiLU.Repeated.class)
public @interface SiLU {
    /** What javac folds repeated {@code @SiLU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        SiLU[] value();
    }
}
