package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Keeps weights from becoming negative: {@code w = max(w, 0)}, after each step of an optimiser and when weights are
 * initialised. Biases are free. Chorowski and Zurada, "Learning Understandable Neural Networks with Nonnegative Weight
 * Constraints", 2015.
 *
 * <p>Shapes: weights of any shape.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers of a stack, or on a network type with block methods, it
 * is for all layers below it that have none of their own. Networks that are used with {@link Use} keep their own.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(NonNegative.Repeated.class)
public @interface NonNegative {
    /** What javac folds repeated {@code @NonNegative} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        NonNegative[] value();
    }
}
