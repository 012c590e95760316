package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Brings each feature to mean 0 and variance 1: {@code y = (x - mean) / sqrt(variance + epsilon)}.
 *
 * <p>The statistics are those of every sample seen in training so far (exact, merged batch by batch after Chan et al.,
 * 1979); the first axis after the batch is the feature axis. They are data, not parameters: the gradient passes through as
 * {@code dx = dy / sqrt(variance + epsilon)}, and the file of weights carries them. Evaluation uses them unchanged.
 * NaN, a missing number, is left out of the statistics and stays NaN.
 *
 * <p>On a component of a record it scales that number alone, and a missing one, null or NaN, becomes the mean: 0 after
 * scaling, unless {@link Missing} says otherwise. On a block that reads a record it scales every element of the
 * record's vector, those of booleans and enums among them: a pipeline's step takes all that the step before gives.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Repeatable(Standardize.Repeated.class)
public @interface Standardize {
    /** @return what is added to the variance, above 0 */
    double epsilon() default 1e-5;

    /** What javac folds repeated {@code @Standardize} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Standardize[] value();
    }
}
