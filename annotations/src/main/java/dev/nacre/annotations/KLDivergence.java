package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The divergence of Kullback and Leibler from a target distribution, on log-probabilities:
 * {@code mean over batch and elements of target (log target - x)}, where a target of 0 adds nothing. As PyTorch's
 * {@code nn.KLDivLoss}; the divergence of the distributions themselves is {@link Reduction#BATCH_MEAN}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (log-probabilities, target), or last in a type stack. The target is
 * a {@code Target} of the prediction's shape.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(KLDivergence.Repeated.class)
public @interface KLDivergence {
    /** @return whether the target holds logarithms of probabilities */
    boolean logTarget() default false;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @KLDivergence} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        KLDivergence[] value();
    }
}
