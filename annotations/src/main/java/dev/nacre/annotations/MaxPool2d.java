package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The largest element under a kernel that slides over each channel, as PyTorch's {@code nn.MaxPool2d}:
 *
 * <pre>
 * y[c, i, j] = max over u, v of x[c, i stride - padding + u dilation, j stride - padding + v dilation]
 * </pre>
 *
 * <p>Padding is never chosen, and NaN is larger than every number. Shape: {@code (channels, H, W) -> (channels, H', W')} with
 * {@code H' = 1 + (H + padding above and below - dilation (kernel - 1) - 1) / stride}, rounded down, and W' alike. No parameters.
 *
 * <p>Gradient: dy goes to the largest element, the first in row-major order of several; its place is found again from x, nothing is
 * stored.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(MaxPool2d.Repeated.class)
public @interface MaxPool2d {
    /** Padding with which there are {@code size / stride} positions, rounded up; an odd element goes to the end. */
    int SAME = -1;

    /** @return the size of the kernel, 1 or more: one number, or one for height and one for width */
    int[] kernel();

    /** @return the distance of two positions of the kernel, 1 or more: one number, or one for height and one for width; empty for the kernel's size */
    int[] stride() default {};

    /**
     * What lies around the image and is never chosen: one number, {@code {height, width}} or {@code {top, bottom, left, right}}; or {@link #SAME} alone. At most half of the kernel.
     *
     * @return the padding on each side
     */
    int[] padding() default 0;

    /** @return the distance of the kernel's elements, 1 or more: one number, or one for height and one for width */
    int[] dilation() default 1;

    /**
     * Whether the number of positions is rounded up, so that nothing is left out at the end. A position that would begin behind the image
     * and the padding in front of it is left out nevertheless.
     *
     * @return whether to round up
     */
    boolean ceil() default false;

    /** What javac folds repeated {@code @MaxPool2d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        MaxPool2d[] value();
    }
}
