package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises all weights with one value. Units that begin alike stay alike: it is for layers of one unit, for tests, and for
 * weights that a file replaces.
 *
 * <p>Shapes: weights of any shape.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own. Biases begin at 0.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Constant.Repeated.class)
public @interface Constant {
    /** @return the value, a finite number */
    double value();

    /** What javac folds repeated {@code @Constant} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        Constant[] value();
    }
}
