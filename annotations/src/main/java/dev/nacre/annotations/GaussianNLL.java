package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The negative log likelihood of a normal distribution whose mean and variance are predicted (Nix and Weigend, 1994): the mean over
 * batch and elements of {@code (log v + (mean - target)^2 / v) / 2}, where v is the variance, but at least epsilon. As PyTorch's
 * {@code nn.GaussianNLLLoss}; the bound has no derivative of its own.
 *
 * <p>Stands alone on a method with result {@code Loss} and the arguments (mean, variance, target), both predictions of one shape. The
 * target is a {@code Target} of that shape, or a {@code float} for one element. A variance is kept above 0 by the layer before it,
 * or predicted as its logarithm.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GaussianNLL.Repeated.class)
public @interface GaussianNLL {
    /** @return whether the second prediction is the logarithm of the variance */
    boolean logVariance() default false;

    /** @return whether to add {@code log(2 pi) / 2}, which changes the loss and no gradient */
    boolean full() default false;

    /** @return the least variance, above 0 */
    double epsilon() default 1e-6;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @GaussianNLL} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GaussianNLL[] value();
    }
}
