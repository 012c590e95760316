package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The loss of choosing between two possibilities, on logits:
 * {@code mean of w t log(1 + exp(-x)) + (1 - t) log(1 + exp(x))}, which is sigmoid and cross entropy in one, and cannot overflow. As
 * PyTorch's {@code nn.BCEWithLogitsLoss}. With several elements per sample each is a choice of its own: several labels at once, as
 * PyTorch's {@code nn.MultiLabelSoftMarginLoss}.
 *
 * <p>Without {@code logits} x are probabilities: {@code mean of -w t log x - (1 - t) log(1 - x)}, logarithms at least -100, as
 * PyTorch's {@code nn.BCELoss}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (logits, label), or last in a type stack. The label is
 * for one element a {@code boolean}, an enum of two constants (the second is t = 1), an {@code int} of 0 and 1, or a {@code float}; for
 * any number of elements a {@code Label} of 0 and 1 or a {@code Target}.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(BinaryCrossEntropy.Repeated.class)
public @interface BinaryCrossEntropy {
    /** @return whether the prediction is a logit, not a probability */
    boolean logits() default true;

    /** @return w: what the side t = 1 weighs, one number for all or one per element of the last axis, 0 or more; empty for 1 */
    double[] positiveWeight() default {};

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @BinaryCrossEntropy} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        BinaryCrossEntropy[] value();
    }
}
