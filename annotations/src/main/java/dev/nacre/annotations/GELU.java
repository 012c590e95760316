package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The Gaussian error linear unit: {@code y = x P(z < x)} for a standard normal z, which is
 * {@code x / 2 (1 + erf(x / sqrt(2)))}.
 *
 * <p>Any shape. Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GELU.Repeated.class)
public @interface GELU {
    /** @return whether to compute {@code x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))} instead, as older models do */
    boolean approximate() default false;

    /** What javac folds repeated {@code @GELU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GELU[] value();
    }
}
