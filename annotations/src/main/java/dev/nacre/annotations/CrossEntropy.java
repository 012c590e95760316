package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of a classifier on its logits: {@code mean over the batch of (log sum_j exp(x_j) - x_label)}, which is softmax and
 * negative log likelihood in one, and cannot overflow.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (logits, label), or last in a type stack. The label is a
 * {@code Label}, an {@code int}, or an enum with as many constants as there are logits.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(CrossEntropy.Repeated.class)
public @interface CrossEntropy {
    /** @return the factor of this loss in the network's total */
    double weight() default 1;

    /** What javac folds repeated {@code @CrossEntropy} into. Not for methods and parameters: there the order would be lost. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        CrossEntropy[] value();
    }
}
