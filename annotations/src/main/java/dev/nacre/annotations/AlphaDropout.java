package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Dropout that keeps the mean 0 and the variance 1 that {@link SELU} makes: dropped elements become SELU's limit
 * {@code a' = -1.7580993408473766}, and an affine function brings mean and variance back. With {@code q = 1 - p} and the mask m:
 *
 * <pre>
 * a = (q (1 + p a'^2))^-1/2,  b = -a p a'
 * training y = a x + b where m keeps, a a' + b where it drops;  dx = select(m, a dy, 0);  evaluation y = x
 * </pre>
 *
 * <p>Any shape. As PyTorch's {@code nn.AlphaDropout}; a and b are computed in double and rounded once, {@code a x + b} is one fused
 * multiply-add. A dropped NaN is gone; {@code p = 0} is the identity, {@code p = 1} gives zeros with zero gradients. In a predictor
 * nothing is left of it.
 * Klambauer et al., "Self-Normalizing Neural Networks", 2017.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(AlphaDropout.Repeated.class)
public @interface AlphaDropout {
    /** @return the probability of <em>dropping</em> an element, from 0 to 1 */
    double value() default 0.5;

    /** What javac folds repeated {@code @AlphaDropout} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        AlphaDropout[] value();
    }
}
