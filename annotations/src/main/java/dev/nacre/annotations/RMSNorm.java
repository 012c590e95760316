package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Root mean square normalisation: {@code y = x / sqrt(mean(x²) + epsilon) * weight}, the mean of each sample over its last
 * axes, as PyTorch's {@code nn.RMSNorm}.
 *
 * <p>Any shape, which stays. Cheaper than {@link LayerNorm}, whose mean it leaves out. Parameter, of the shape of the last
 * {@code axes} axes: {@code weight} (ones). Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(RMSNorm.Repeated.class)
public @interface RMSNorm {
    /** @return the number of last axes that are normalised together, 1 or more */
    int axes() default 1;

    /** @return what is added to the mean square, above 0; without it float's distance from 1 to the next number */
    double epsilon() default 0x1p-23;

    /** @return whether the layer has a {@code weight} to learn */
    boolean affine() default true;

    /** What javac folds repeated {@code @RMSNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        RMSNorm[] value();
    }
}
