package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Additive noise: in training {@code y = x + n} with {@code n ~ N(0, s^2)} for each element; in evaluation the input passes unchanged.
 * Gradient: {@code dx = dy}. On inputs it acts like Tikhonov regularisation.
 *
 * <p>Any shape. The noise is a function of (seed, step, layer, element), the same bits on every machine: by Box and Muller from
 * Threefry's words, up to 6.7 deviations. {@code s = 0} is the identity. Active in Monte Carlo mode as well; predictors have no trace of
 * it. {@code net.mask("hidden.gaussianNoise")} is n, and n can be set by hand; a schedule of p is one of s. Bishop, "Training with Noise is Equivalent to Tikhonov Regularization", Neural Computation 7, 1995; Keras's {@code GaussianNoise}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GaussianNoise.Repeated.class)
public @interface GaussianNoise {
    /** @return s, the standard deviation of the noise, 0 or more */
    double value();

    /** What javac folds repeated {@code @GaussianNoise} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GaussianNoise[] value();
    }
}
