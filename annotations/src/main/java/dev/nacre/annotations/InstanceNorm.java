package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Instance normalisation: {@code y = (x - mean) / sqrt(variance + epsilon)}, with the mean and the biased variance of each
 * channel of each sample, as PyTorch's {@code nn.InstanceNorm2d}.
 *
 * <p>The first axis is the channel axis: {@code CxL} or {@code CxHxW}; the shape stays. Training and evaluation are the same, unless the
 * layer tracks running statistics: then training moves them, {@code running = (1 - momentum) * running + momentum * batch}, with the means
 * over the batch of the channel's means and of its unbiased variances, and evaluation and Monte Carlo use them for every sample. In a
 * predictor the layer is then folded into the one before it, as {@link BatchNorm} is. Where it is affine there are parameters, one for each channel: {@code weight} (ones) and {@code bias} (zeros), and {@code y *
 * weight + bias} goes out. Ulyanov, Vedaldi and Lempitsky, "Instance Normalization", 2016.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(InstanceNorm.Repeated.class)
public @interface InstanceNorm {
    /** @return what is added to the variance, above 0 */
    double epsilon() default 1e-5;

    /** @return whether the layer has a {@code weight} and a {@code bias} to learn */
    boolean affine() default false;

    /** @return whether the layer keeps a running mean and variance of each channel, and evaluates with them */
    boolean trackRunning() default false;

    /** @return the weight of the new batch in the running statistics, above 0 and up to 1; with {@code trackRunning} only */
    double momentum() default 0.1;

    /** What javac folds repeated {@code @InstanceNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        InstanceNorm[] value();
    }
}
