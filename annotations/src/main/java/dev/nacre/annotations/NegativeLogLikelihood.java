package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Minus the log-probability of the label's class: {@code mean of -x_label}, for x that come out of a logarithm of softmax. As
 * PyTorch's {@code nn.NLLLoss}; on logits use {@link CrossEntropy}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (log-probabilities, label), or last in a type stack. The classes
 * are on the last axis, at least two; axes before it are positions with a label each. The label is a {@code Label};
 * for one position also an {@code int}, or an enum with a constant per class.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(NegativeLogLikelihood.Repeated.class)
public @interface NegativeLogLikelihood {
    /** @return what each class weighs: one number per class, 0 or more; empty for 1 each. A mean is divided by the sum of the labels'
     *     weights */
    double[] classWeights() default {};

    /** @return the label that counts nothing */
    int ignoreLabel() default -100;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @NegativeLogLikelihood} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        NegativeLogLikelihood[] value();
    }
}
