package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The hinge loss of several classes: {@code mean of sum_c max(0, margin - x_label + x_c)^p / classes} over {@code c != label}
 * (Crammer and Singer, 2001). As PyTorch's {@code nn.MultiMarginLoss}; for two possibilities see {@link SoftMargin}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (scores, label), or last in a type stack. The classes are on the
 * last axis, at least two; axes before it are positions with a label each. The label is a {@code Label};
 * for one position also an {@code int}, or an enum with a constant per class.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Hinge.Repeated.class)
public @interface Hinge {
    /** @return the lead that the label's score is to have, above 0 */
    double margin() default 1;

    /** @return the power of what is missing, 1 or 2 */
    int p() default 1;

    /** @return what the loss of each class's samples is multiplied with: one number per class, 0 or more; empty for 1 each */
    double[] classWeights() default {};

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @Hinge} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Hinge[] value();
    }
}
