package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Layer normalisation: {@code y = (x - mean) / sqrt(variance + epsilon) * weight + bias}, with the mean and the biased
 * variance of each sample over its last axes, as PyTorch's {@code nn.LayerNorm}.
 *
 * <p>Any shape, which stays. {@code axes} says how many of the last axes are normalised together: 1 is each vector on the last
 * axis, all of them the whole sample. Parameters, of the shape of these axes: {@code weight} (ones) and {@code bias} (zeros).
 * Training and evaluation are the same, and no batch is too small. Ba, Kiros and Hinton, "Layer Normalization", 2016.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(LayerNorm.Repeated.class)
public @interface LayerNorm {
    /** @return the number of last axes that are normalised together, 1 or more */
    int axes() default 1;

    /** @return what is added to the variance, above 0 */
    double epsilon() default 1e-5;

    /** @return whether the layer has a {@code weight} to learn, and a {@code bias} unless that is switched off */
    boolean affine() default true;

    /** @return whether an affine layer has a {@code bias} */
    boolean bias() default true;

    /** What javac folds repeated {@code @LayerNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        LayerNorm[] value();
    }
}
