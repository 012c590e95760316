package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The leaky rectified linear unit: {@code y = x} where x is positive, else {@code slope x}.
 *
 * <p>Any shape. Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models", 2013.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(LeakyReLU.Repeated.class)
public @interface LeakyReLU {
    /** @return the slope where x is not positive */
    double value() default 0.01;

    /** What javac folds repeated {@code @LeakyReLU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        LeakyReLU[] value();
    }
}
