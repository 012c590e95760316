package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Stochastic depth: drops the whole value of a sample, so that a residual branch is left out of some samples. With {@code q = 1 - p} and a
 * mask m of one decision per sample, training gives {@code y = select(m, x / q, 0)}, the gradient is {@code dx = select(m, dy / q, 0)},
 * and evaluation changes nothing. As torchvision's {@code StochasticDepth(p, "row")}.
 *
 * <p>Any shape, kept. Its home is a parameter of {@link Add}: {@code @Add Tensor y(@DropPath(0.2) Tensor branch, Tensor x)}.
 * {@code p = 1} gives zeros with zero gradients. The paper scales at evaluation instead, which gives the same expectation.
 * Huang et al., "Deep Networks with Stochastic Depth", 2016; Larsson et al., "FractalNet", 2017.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(DropPath.Repeated.class)
public @interface DropPath {
    /** @return the probability of <em>dropping</em> a sample's value, from 0 to 1 */
    double value() default 0.5;

    /**
     * The linear rule of Huang et al.: the deeper, the more is dropped. Of all layers that say so in a network, those of the networks that it
     * uses and each repetition of {@link Repeat} counted in the order in which they run, the l-th of L drops with probability
     * {@code value * l / L}.
     *
     * @return whether {@code value} is the probability of the last such layer, and those before it have less
     */
    boolean linear() default false;

    /** What javac folds repeated {@code @DropPath} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        DropPath[] value();
    }
}
