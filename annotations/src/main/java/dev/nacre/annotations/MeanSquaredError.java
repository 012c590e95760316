package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of a regression: {@code mean over batch and elements of (x - target)^2}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (prediction, target), or last in a type stack. The target
 * is a {@code Target} of the prediction's shape, or a {@code float} for a prediction of width 1.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(MeanSquaredError.Repeated.class)
public @interface MeanSquaredError {
    /** @return the factor of this loss in the network's total */
    double weight() default 1;

    /** What javac folds repeated {@code @MeanSquaredError} into. Not for methods and parameters: there the order would be lost. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        MeanSquaredError[] value();
    }
}
