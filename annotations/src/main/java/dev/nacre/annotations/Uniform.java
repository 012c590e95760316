package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises weights from a uniform distribution: {@code U(low, high)}.
 *
 * <p>Shapes: weights of any shape.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own. Biases begin at 0.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Uniform.Repeated.class)
public @interface Uniform {
    /** @return the lower end, a finite number */
    double low();

    /** @return the upper end, a finite number not below {@link #low} */
    double high();

    /** What javac folds repeated {@code @Uniform} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        Uniform[] value();
    }
}
