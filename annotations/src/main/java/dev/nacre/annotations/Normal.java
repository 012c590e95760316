package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises weights from a normal distribution: {@code N(mean, value²)}.
 *
 * <p>Shapes: weights of any shape.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own. Biases begin at 0.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Normal.Repeated.class)
public @interface Normal {
    /** @return the standard deviation, 0 or above */
    double value();

    /** @return the mean, any finite number */
    double mean() default 0;

    /** What javac folds repeated {@code @Normal} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        Normal[] value();
    }
}
