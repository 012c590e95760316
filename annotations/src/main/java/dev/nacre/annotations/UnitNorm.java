package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Keeps the weights into each unit at Euclidean norm 1: {@code w /= |w|} for each row of a weight, after each step of an
 * optimiser and when weights are initialised. A row of zeros stays. Biases are free.
 *
 * <p>Shapes: weights of two axes or more; a row is all that has one index on the first. With {@link NonNegative} that is applied
 * first.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers of a stack, or on a network type with block methods, it
 * is for all layers below it that have none of their own. Networks that are used with {@link Use} keep their own.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(UnitNorm.Repeated.class)
public @interface UnitNorm {
    /** What javac folds repeated {@code @UnitNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        UnitNorm[] value();
    }
}
