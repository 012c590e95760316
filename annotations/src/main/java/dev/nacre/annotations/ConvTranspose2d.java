package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A transposed convolution of images, as PyTorch's {@code nn.ConvTranspose2d}: what the gradient of a {@link Conv2d} is to its image,
 * used to make images larger.
 *
 * <p>Every element of the input adds the kernel, times itself, to the result at {@code stride} times its place; then the padding is cut off.
 * Shape: {@code (channels, H, W) -> (value, H', W')} with
 * {@code H' = (H - 1) stride - padding above and below + dilation (kernel - 1) + 1 + outputPadding}, and W' alike. Parameters:
 * {@code weight [channels, value / groups, kernel, kernel]} and, unless switched off, {@code bias [value]}, initialised as PyTorch does,
 * {@code U(-1/sqrt(n), 1/sqrt(n))} with {@code n = value / groups} times the elements of the kernel.
 *
 * <p>Zeiler et al., "Deconvolutional networks", 2010; Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(ConvTranspose2d.Repeated.class)
public @interface ConvTranspose2d {
    /** One group for each channel of the input: a depthwise convolution. */
    int DEPTHWISE = -1;

    /** @return the number of channels that go out; 0 for as many as come in */
    int value() default 0;

    /** @return the size of the kernel, 1 or more: one number, or one for height and one for width */
    int[] kernel();

    /** @return the distance of two positions of the kernel, 1 or more: one number, or one for height and one for width */
    int[] stride() default 1;

    /** @return what is taken away around the result, 0 or more: one number, {@code {height, width}} or {@code {top, bottom, left, right}} */
    int[] padding() default 0;

    /** @return by how much the result is longer at the end, from 0 and below the stride or the dilation, whichever is larger: one number, or one for height and one for width */
    int[] outputPadding() default 0;

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

    /** What javac folds repeated {@code @ConvTranspose2d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        ConvTranspose2d[] value();
    }
}
