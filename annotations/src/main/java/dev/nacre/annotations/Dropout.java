package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Inverted dropout: in training each element is zero with probability {@code p} and divided by {@code 1 - p} otherwise; in
 * evaluation the input passes unchanged. The semantics are those of PyTorch's {@code nn.Dropout}.
 *
 * <p>Any shape. The mask is a function of (seed, step, layer, element): it depends on neither threads, vector width nor
 * JDK. A dropped element is selected away, not multiplied: a dropped NaN is gone. {@code p = 0} is the identity,
 * {@code p = 1} gives zeros with zero gradients.
 * Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", 2014.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Dropout.Repeated.class)
public @interface Dropout {
    /** @return the probability of <em>dropping</em> an element, from 0 to 1 */
    double value() default 0.5;

    /** What javac folds repeated {@code @Dropout} into. Not for methods and parameters: there the order would be lost. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Dropout[] value();
    }
}
