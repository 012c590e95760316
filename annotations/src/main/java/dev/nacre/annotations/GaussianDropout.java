package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Gaussian dropout: in training {@code y = x n} with {@code n ~ N(1, p / (1 - p))} for each element, so mean and variance are those of
 * {@link Dropout} with the same p; in evaluation the input passes unchanged. Gradient: {@code dx = dy n} with the same n.
 *
 * <p>Any shape. The noise is a function of (seed, step, layer, element), the same bits on every machine: by Box and Muller from
 * Threefry's words, up to 6.7 deviations. Nothing is scaled in evaluation, for the mean of n is 1. {@code p = 0} is the identity. Active in
 * Monte Carlo mode as well; predictors have no trace of it. {@code net.mask("hidden.gaussianDropout")} is n, and n can be set by hand; p may
 * follow a schedule, below 1. Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from
 * Overfitting", 2014, section 10; Keras's {@code GaussianDropout}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GaussianDropout.Repeated.class)
public @interface GaussianDropout {
    /** @return p, from 0 up to but not including 1: the noise has the variance {@code p / (1 - p)} */
    double value() default 0.5;

    /** What javac folds repeated {@code @GaussianDropout} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GaussianDropout[] value();
    }
}
