package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Batch normalisation: {@code y = (x - mean) / sqrt(variance + epsilon) * weight + bias}, per feature.
 *
 * <p>The first axis after the batch is the feature or channel axis: {@code F} or {@code CxHxW}. Training uses the batch's
 * mean and biased variance and moves the running statistics, {@code running = (1 - momentum) * running + momentum * batch},
 * with the unbiased variance, as PyTorch's {@code nn.BatchNorm1d}. Evaluation and Monte Carlo use the running statistics.
 * In a predictor it is folded into the layer before it. Training needs at least two values per feature.
 * Ioffe and Szegedy, "Batch Normalization", 2015.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(BatchNorm.Repeated.class)
public @interface BatchNorm {
    /** @return the weight of the new batch in the running statistics, above 0 and up to 1 */
    double momentum() default 0.1;

    /** @return what is added to the variance, above 0 */
    double epsilon() default 1e-5;

    /** @return whether the layer has a {@code weight} and a {@code bias} to learn */
    boolean affine() default true;

    /** What javac folds repeated {@code @BatchNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        BatchNorm[] value();
    }
}
