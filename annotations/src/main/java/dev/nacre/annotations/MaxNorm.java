package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Limits the Euclidean norm of the weights into each unit: {@code w *= value / |w|} where {@code |w| > value}, for each row of
 * a weight, after each step of an optimiser and when weights are initialised. Biases are free. Srebro, Rennie and Jaakkola,
 * "Maximum-Margin Matrix Factorization", NIPS 2004; Hinton et al., "Improving neural networks by preventing co-adaptation of
 * feature detectors", 2012, who combine it with dropout.
 *
 * <p>Shapes: weights of two axes or more; a row is all that has one index on the first. With {@link NonNegative} that is applied
 * first.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers of a stack, or on a network type with block methods, it
 * is for all layers below it that have none of their own. Networks that are used with {@link Use} keep their own.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(MaxNorm.Repeated.class)
public @interface MaxNorm {
    /** @return the largest norm, above 0 */
    double value();

    /** What javac folds repeated {@code @MaxNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        MaxNorm[] value();
    }
}
