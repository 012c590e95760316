package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The logistic function: {@code y = 1 / (1 + exp(-x))}. Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Sigmoid.Repeated.class)
public @interface Sigmoid {
    /** What javac folds repeated {@code @Sigmoid} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Sigmoid[] value();
    }
}
