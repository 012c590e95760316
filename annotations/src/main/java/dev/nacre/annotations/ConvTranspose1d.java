package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A transposed convolution along one axis, as PyTorch's {@code nn.ConvTranspose1d}: {@link ConvTranspose2d} with a height of 1.
 *
 * <p>Shape: {@code (channels, L) -> (value, L')} with
 * {@code L' = (L - 1) stride - padding + dilation (kernel - 1) + 1 + outputPadding}. Parameters: {@code weight [channels, value / groups, kernel]}
 * and, unless switched off, {@code bias [value]}, initialised as those of {@link ConvTranspose2d}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(ConvTranspose1d.Repeated.class)
public @interface ConvTranspose1d {
    /** One group for each channel of the input: a depthwise convolution. */
    int DEPTHWISE = -1;

    /** @return the number of channels that go out; 0 for as many as come in */
    int value() default 0;

    /** @return the size of the kernel, 1 or more: one number */
    int[] kernel();

    /** @return the distance of two positions of the kernel, 1 or more: one number */
    int[] stride() default 1;

    /** @return what is taken away around the result, 0 or more: one number, or {@code {front, end}} */
    int[] padding() default 0;

    /** @return by how much the result is longer at the end, from 0 and below the stride or the dilation, whichever is larger: one number */
    int[] outputPadding() default 0;

    /** @return the distance of the kernel's elements, 1 or more: one number */
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

    /** What javac folds repeated {@code @ConvTranspose1d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        ConvTranspose1d[] value();
    }
}
