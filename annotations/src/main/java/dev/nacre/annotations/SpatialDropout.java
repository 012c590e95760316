package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Dropout of whole channels, for values whose neighbours say nearly the same: with {@code q = 1 - p} and a mask m of one decision per
 * sample and channel, training gives {@code y = select(m, x / q, 0)}, the gradient is {@code dx = select(m, dy / q, 0)}, and evaluation
 * changes nothing. PyTorch's {@code nn.Dropout1d}, {@code nn.Dropout2d} and {@code nn.Dropout3d}, by the shape.
 *
 * <p>Channels first: {@code CxL}, {@code CxHxW} or {@code CxDxHxW}, kept. Otherwise as {@link Dropout}; {@code p = 1} gives zeros.
 * Tompson et al., "Efficient Object Localization Using Convolutional Networks", 2015.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(SpatialDropout.Repeated.class)
public @interface SpatialDropout {
    /** @return the probability of <em>dropping</em> a channel, from 0 to 1 */
    double value() default 0.5;

    /** What javac folds repeated {@code @SpatialDropout} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        SpatialDropout[] value();
    }
}
