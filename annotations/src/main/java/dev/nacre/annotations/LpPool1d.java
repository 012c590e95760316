package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The p-norm under a kernel that slides over each channel, as PyTorch's {@code nn.LPPool1d}:
 *
 * <pre>
 * y[c, i] = (c sum over u of x[c, i stride + u]^p)^(1/p)
 * </pre>
 *
 * <p>{@code p = 1} is a sum, {@code p = 2} the length of a vector. As in PyTorch powers are not of absolute values: with an odd p a negative sum gives NaN, and with
 * a p that is no whole number a negative element does; put {@link Abs} before it. c is 1; where {@link #ceil()} lets the kernel reach beyond the image, it is
 * the size of the kernel divided by the number of elements inside, as PyTorch has it. Shape: {@code (channels, L) -> (channels, L')} with
 * {@code L' = 1 + (L - kernel) / stride}, rounded down. No parameters.
 *
 * <p>Gradient: {@code dx = c dy (x / y)^(p - 1)}, summed over positions. Where y is 0 it is 0, where PyTorch has NaN, unless p is 1.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(LpPool1d.Repeated.class)
public @interface LpPool1d {
    /** @return the norm p, above 0 */
    double norm() default 2;

    /** @return the size of the kernel, 1 or more: one number */
    int[] kernel();

    /** @return the distance of two positions of the kernel, 1 or more: one number; empty for the kernel's size */
    int[] stride() default {};

    /**
     * Whether the number of positions is rounded up, so that nothing is left out at the end. A position that would begin behind the image
     * and the padding in front of it is left out nevertheless.
     *
     * @return whether to round up
     */
    boolean ceil() default false;

    /** What javac folds repeated {@code @LpPool1d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        LpPool1d[] value();
    }
}
