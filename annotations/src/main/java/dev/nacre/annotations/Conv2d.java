package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A convolution of images, as PyTorch's {@code nn.Conv2d} (a cross-correlation, as everywhere in the field):
 *
 * <pre>
 * y[o, i, j] = b[o] + sum over c, u, v of W[o, c, u, v] x[c, i stride - padding + u dilation, j stride - padding + v dilation]
 * </pre>
 *
 * <p>with zeros outside of the image. Shape: {@code (channels, H, W) -> (value, H', W')} with
 * {@code H' = 1 + (H + padding above and below - dilation (kernel - 1) - 1) / stride}, rounded down, and W' alike. Parameters:
 * {@code weight [value, channels / groups, kernel, kernel]} and, unless switched off, {@code bias [value]}, initialised as PyTorch does,
 * {@code U(-1/sqrt(n), 1/sqrt(n))} with n the weights of one output, unless an initialiser such as {@link He} says otherwise.
 *
 * <p>A bias right before {@link BatchNorm} does nothing, for the norm takes it away with the mean: {@code bias = false} leaves it out.
 *
 * <p>Gradients: dx is the transposed convolution of dy, dW the sums of products of dy and x over samples and positions, db the sums
 * of dy. LeCun et al., "Gradient-based learning applied to document recognition", 1998.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Conv2d.Repeated.class)
public @interface Conv2d {
    /** Padding with which there are {@code size / stride} positions, rounded up; an odd element goes to the end. */
    int SAME = -1;

    /** One group for each channel of the input: a depthwise convolution. */
    int DEPTHWISE = -1;

    /** @return the number of channels that go out; 0 for as many as come in */
    int value() default 0;

    /** @return the size of the kernel, 1 or more: one number, or one for height and one for width */
    int[] kernel();

    /** @return the distance of two positions of the kernel, 1 or more: one number, or one for height and one for width */
    int[] stride() default 1;

    /** @return the zeros around the image, 0 or more: one number, {@code {height, width}} or {@code {top, bottom, left, right}}; or {@link #SAME} alone */
    int[] padding() default 0;

    /** @return the distance of the kernel's elements, 1 or more: one number, or one for height and one for width */
    int[] dilation() default 1;

    /**
     * Into how many parts the channels are divided: each part of the output is made of one part of the input. Divides both;
     * {@link #DEPTHWISE} for one for each channel of the input.
     *
     * @return the number of groups
     */
    int groups() default 1;

    /** @return whether a bias is added, one for each channel that goes out */
    boolean bias() default true;

    /** What javac folds repeated {@code @Conv2d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Conv2d[] value();
    }
}
