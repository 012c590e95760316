package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Drops weights in training: {@code y = W' x + b} with {@code W' = select(M, W / q, 0)}, {@code q = 1 - p} and M a mask of q's on the weights;
 * in evaluation {@code y = W x + b}, its expectation. Gradients: {@code dW = select(M, dy xᵀ / q, 0)}, {@code dx = W'ᵀ dy}, with the same M. Biases
 * are never masked. Wan, Zeiler, Zhang, LeCun and Fergus, "Regularization of Neural Networks using DropConnect", ICML 2013, who do not scale in
 * training but multiply W by q in evaluation; here, as with {@link Dropout}, it is the other way round.
 *
 * <p>Stands behind a {@link Dense}: {@code @Dense(256) @DropConnect(0.5) @ReLU}; or behind a convolution, such as {@link Conv2d}, with one mask
 * for a batch and {@link Evaluation#EXPECTATION}. The mask is a function of (seed, step, layer, weight): it depends on
 * neither threads, vector width nor JDK. {@code p = 0} changes nothing, {@code p = 1} leaves the biases. It is active in Monte Carlo mode as well.
 * {@code net.mask("hidden.dropConnect")} is M, of the shape of the weights (out, in), or (batch, out, in) with {@link Masks#PER_SAMPLE}; it can be set by
 * hand, and p may follow a schedule.
 * Beside it {@link Dropout} may be used: one drops connections, the other units.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers of a stack, or on a network type with block methods, it is for all layers
 * below it that have none of their own. Networks that are used with {@link Use} keep their own.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(DropConnect.Repeated.class)
public @interface DropConnect {
    /** @return the probability p of <em>dropping</em> a weight, from 0 to 1 */
    double value() default 0.5;

    /** @return what has a mask of its own */
    Masks masks() default Masks.PER_BATCH;

    /** @return what stands for the mean over all masks in evaluation and in predictors */
    Evaluation evaluation() default Evaluation.EXPECTATION;

    /** @return how many samples {@link Evaluation#MOMENT_MATCHING} takes, 1 or more */
    int samples() default 100;

    /** What has a mask of its own. */
    enum Masks {
        /** One mask for all samples of a batch: the weights are masked once, and products are as fast as without. */
        PER_BATCH,
        /** A mask for each sample, as in the paper: exact, and slower, for each sample is a product of its own with its own masked weights. */
        PER_SAMPLE
    }

    /** What stands for the mean over all masks. */
    enum Evaluation {
        /** The product with W, the mean of that with W'. */
        EXPECTATION,
        /**
         * The activation right behind the layer, which must be one element by element, averaged over normal numbers with the exact mean and variance of
         * {@code W' x + b}: {@code N(W x + b, p / q (W o W) (x o x))} (Wan et al., algorithm 1.2). The normal numbers are fixed, the same for every sample
         * and every network, so evaluation is deterministic.
         */
        MOMENT_MATCHING
    }

    /** What javac folds repeated {@code @DropConnect} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        DropConnect[] value();
    }
}
