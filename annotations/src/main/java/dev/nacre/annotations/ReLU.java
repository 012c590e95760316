package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The rectified linear unit: {@code y = max(x, 0)}, with derivative 0 at 0.
 *
 * <p>Any shape. Nair and Hinton, "Rectified Linear Units Improve Restricted Boltzmann Machines", 2010.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(ReLU.Repeated.class)
public @interface ReLU {
    /** What javac folds repeated {@code @ReLU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        ReLU[] value();
    }
}
