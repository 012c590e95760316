package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The loss of a classifier on its logits: {@code mean of log sum_j exp(x_j) - x_label}, which is softmax and negative log
 * likelihood in one, and cannot overflow. As PyTorch's {@code nn.CrossEntropyLoss}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (logits, label), or last in a type stack. The classes are on
 * the last axis, at least two; axes before it are positions with a label each. The label is a {@code Label}; for one position also an
 * {@code int}, or an enum with as many constants as there are logits; or a {@code Target} of probabilities in the logits' shape.
 *
 * <p>With smoothing s (Szegedy et al., 2016) a label becomes {@code (1 - s) onehot(label) + s / classes}. Where all labels of a batch
 * are ignored, the loss is 0.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(CrossEntropy.Repeated.class)
public @interface CrossEntropy {
    /** @return the part of a label that all classes share, from 0 to 1 */
    double labelSmoothing() default 0;

    /** @return what each class weighs: one number per class, 0 or more; empty for 1 each. A mean over labels is divided by the sum of
     *     their classes' weights, one over probabilities by their number */
    double[] classWeights() default {};

    /** @return the label that counts nothing; not with probabilities */
    int ignoreLabel() default -100;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @CrossEntropy} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        CrossEntropy[] value();
    }
}
