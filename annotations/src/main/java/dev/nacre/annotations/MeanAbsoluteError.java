package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The loss of a regression that outliers move little: {@code mean over batch and elements of |x - target|}. As PyTorch's
 * {@code nn.L1Loss}; the derivative at 0 is 0.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (prediction, target), or last in a type stack. The target is a
 * {@code Target} of the prediction's shape, or a {@code float} for a prediction of one element.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(MeanAbsoluteError.Repeated.class)
public @interface MeanAbsoluteError {
    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @MeanAbsoluteError} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        MeanAbsoluteError[] value();
    }
}
