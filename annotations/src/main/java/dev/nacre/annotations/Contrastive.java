package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Brings two embeddings together or a margin apart (Hadsell, Chopra and LeCun, 2006): with the distance {@code d = |a - b|} the mean over
 * the batch of {@code d^2 / 2} for samples that are alike (label 0), of {@code max(0, margin - d)^2 / 2} for others (label 1).
 *
 * <p>Stands alone on a method with result {@code Loss} and the arguments (a, b, label), both predictions of one shape. The label tells
 * whether they differ: a {@code boolean}, an enum of two constants (the second differs), or a {@code Label} or an {@code int} of 0
 * and 1.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Contrastive.Repeated.class)
public @interface Contrastive {
    /** @return the distance that samples that differ are to have, above 0 */
    double margin() default 1;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @Contrastive} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Contrastive[] value();
    }
}
