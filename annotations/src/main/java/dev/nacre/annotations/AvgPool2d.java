package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The mean under a kernel that slides over each channel, as PyTorch's {@code nn.AvgPool2d}:
 *
 * <pre>
 * y[c, i, j] = 1/n sum over u, v of x[c, i stride - padding + u, j stride - padding + v]
 * </pre>
 *
 * <p>with zeros outside of the image. n is the size of the kernel or, without {@link #countPadding()}, the number of its elements inside the image.
 * Where {@link #ceil()} lets the kernel reach beyond the padding, what lies there is not counted in either case. Shape: {@code (channels, H, W) -> (channels, H', W')} with
 * {@code H' = 1 + (H + padding above and below - kernel) / stride}, rounded down, and W' alike. No parameters.
 *
 * <p>Gradient: each element under the kernel gets {@code dy / n}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(AvgPool2d.Repeated.class)
public @interface AvgPool2d {
    /** Padding with which there are {@code size / stride} positions, rounded up; an odd element goes to the end. Never counted. */
    int SAME = -1;

    /** @return the size of the kernel, 1 or more: one number, or one for height and one for width */
    int[] kernel();

    /** @return the distance of two positions of the kernel, 1 or more: one number, or one for height and one for width; empty for the kernel's size */
    int[] stride() default {};

    /**
     * The zeros around the image: one number, {@code {height, width}} or {@code {top, bottom, left, right}}; or {@link #SAME} alone. At most half of the kernel.
     *
     * @return the padding on each side
     */
    int[] padding() default 0;

    /** @return whether padding by numbers counts into the mean, as PyTorch's {@code count_include_pad} */
    boolean countPadding() default true;

    /**
     * Whether the number of positions is rounded up, so that nothing is left out at the end. A position that would begin behind the image
     * and the padding in front of it is left out nevertheless.
     *
     * @return whether to round up
     */
    boolean ceil() default false;

    /** What javac folds repeated {@code @AvgPool2d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        AvgPool2d[] value();
    }
}
