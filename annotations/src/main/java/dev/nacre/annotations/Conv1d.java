package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A convolution along one axis, as PyTorch's {@code nn.Conv1d}: {@link Conv2d} with a height of 1.
 *
 * <pre>
 * y[o, i] = b[o] + sum over c, u of W[o, c, u] x[c, i stride - padding + u dilation]
 * </pre>
 *
 * <p>Shape: {@code (channels, L) -> (value, L')} with {@code L' = 1 + (L + padding - dilation (kernel - 1) - 1) / stride}, rounded down.
 * With {@code padding = {dilation (kernel - 1), 0}} it is causal: no position sees a later one. Parameters:
 * {@code weight [value, channels / groups, kernel]} and, unless switched off, {@code bias [value]}, initialised as those of {@link Conv2d}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Conv1d.Repeated.class)
public @interface Conv1d {
    /** Padding with which there are {@code size / stride} positions, rounded up; an odd element goes to the end. */
    int SAME = -1;

    /** One group for each channel of the input: a depthwise convolution. */
    int DEPTHWISE = -1;

    /** @return the number of channels that go out; 0 for as many as come in */
    int value() default 0;

    /** @return the size of the kernel, 1 or more: one number */
    int[] kernel();

    /** @return the distance of two positions of the kernel, 1 or more: one number */
    int[] stride() default 1;

    /** @return the zeros around the positions, 0 or more: one number, or {@code {front, end}}; or {@link #SAME} alone */
    int[] padding() default 0;

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

    /** What javac folds repeated {@code @Conv1d} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Conv1d[] value();
    }
}
