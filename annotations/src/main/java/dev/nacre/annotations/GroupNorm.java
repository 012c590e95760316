package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Group normalisation: {@code y = (x - mean) / sqrt(variance + epsilon) * weight + bias}, with the mean and the biased variance
 * of each sample over a group of channels side by side and all that is behind them, as PyTorch's {@code nn.GroupNorm}.
 *
 * <p>The first axis is the channel axis: {@code C} or {@code CxHxW}; the shape stays. Parameters, one for each channel: {@code
 * weight} (ones) and {@code bias} (zeros). Training and evaluation are the same, and no batch is too small; one group is
 * {@link LayerNorm} over all axes with parameters for channels, as many groups as channels are {@link InstanceNorm}. Wu and He,
 * "Group Normalization", 2018.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GroupNorm.Repeated.class)
public @interface GroupNorm {
    /** @return the number of groups, a divisor of the number of channels */
    int groups();

    /** @return what is added to the variance, above 0 */
    double epsilon() default 1e-5;

    /** @return whether the layer has a {@code weight} and a {@code bias} to learn */
    boolean affine() default true;

    /** What javac folds repeated {@code @GroupNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GroupNorm[] value();
    }
}
