package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The largest element of each of a given number of positions, however large the image is, as PyTorch's {@code nn.AdaptiveMaxPool2d}:
 * position i of an axis of n elements and m positions goes from {@code i n / m}, rounded down, to {@code (i + 1) n / m}, rounded up and itself
 * left out. Neighbours share an element where m does not divide n.
 *
 * <p>Shape: {@code (channels, H, W) -> (channels, value)}. No parameters.
 *
 * <p>Gradient: dy goes to the largest element, the first in row-major order of several.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(AdaptiveMaxPool2d.Repeated.class)
public @interface AdaptiveMaxPool2d {
    /** @return the number of positions, 1 or more: one number, or one for height and one for width */
    int[] value();

    /** What javac folds repeated {@code @AdaptiveMaxPool2d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        AdaptiveMaxPool2d[] value();
    }
}
