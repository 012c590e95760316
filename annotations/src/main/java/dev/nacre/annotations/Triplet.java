package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Brings an embedding nearer to one of its kind than to another, by a margin (Schroff et al., 2015): the mean over the batch of
 * {@code max(0, margin + d(anchor, positive) - d(anchor, negative))} with
 * {@code d(a, b) = (sum |a - b + epsilon|^p)^(1/p)}. As PyTorch's {@code nn.TripletMarginLoss}.
 *
 * <p>Stands alone on a method with result {@code Loss} and the arguments (anchor, positive, negative), predictions of one shape. It has
 * no label.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Triplet.Repeated.class)
public @interface Triplet {
    /** @return how much nearer the positive is to be, above 0 */
    double margin() default 1;

    /** @return the norm of the distance, 1 or more */
    double p() default 2;

    /** @return what keeps the gradient of a distance finite, 0 or more */
    double epsilon() default 1e-6;

    /** @return whether the negative's distance is the lesser of those to anchor and positive (Balntas et al., 2016) */
    boolean swap() default false;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @Triplet} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Triplet[] value();
    }
}
