package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * {@link AlphaDropout} of whole channels: its formula, gradient and scaling, with a mask of one decision per sample and channel. PyTorch's
 * {@code nn.FeatureAlphaDropout}.
 *
 * <p>Channels first: {@code CxL}, {@code CxHxW} or {@code CxDxHxW}, kept. Evaluation changes nothing.
 * Klambauer et al., "Self-Normalizing Neural Networks", 2017; Tompson et al., 2015.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(FeatureAlphaDropout.Repeated.class)
public @interface FeatureAlphaDropout {
    /** @return the probability of <em>dropping</em> a channel, from 0 to 1 */
    double value() default 0.5;

    /** What javac folds repeated {@code @FeatureAlphaDropout} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        FeatureAlphaDropout[] value();
    }
}
