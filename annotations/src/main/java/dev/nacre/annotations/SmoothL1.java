package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The absolute difference, rounded off around 0 (Girshick, 2015): the mean over batch and elements of {@code d^2 / (2 beta)} where
 * {@code d = |x - target|} is below beta, of {@code d - beta / 2} above. As PyTorch's {@code nn.SmoothL1Loss}: {@link Huber} over
 * beta.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (prediction, target), or last in a type stack. The target is a
 * {@code Target} of the prediction's shape, or a {@code float} for a prediction of one element.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(SmoothL1.Repeated.class)
public @interface SmoothL1 {
    /** @return the difference below which the loss is a square, 0 or more */
    double beta() default 1;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @SmoothL1} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        SmoothL1[] value();
    }
}
