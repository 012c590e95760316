package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The logistic loss between 1 and -1: {@code mean of log(1 + exp(-t x))}. As PyTorch's {@code nn.SoftMarginLoss}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (scores, label), or last in a type stack. The label is
 * for one element a {@code boolean} (true is 1, false is -1), an {@code int} of 1 and -1, or a {@code float}; for any number of elements
 * a {@code Label} of 1 and -1 or a {@code Target}.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(SoftMargin.Repeated.class)
public @interface SoftMargin {
    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @SoftMargin} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        SoftMargin[] value();
    }
}
