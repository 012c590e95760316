package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Each channel a whole number of times larger, as PyTorch's {@code nn.Upsample}.
 *
 * <p>NEAREST repeats each element: {@code y[c, i, j] = x[c, i / scale, j / scale]}, rounded down. LINEAR and BILINEAR take what lies on the straight lines between the
 * nearest elements of the place {@code (i + 1/2) / scale - 1/2}, not outside of the image, or, with {@link #alignCorners()},
 * {@code i (H - 1) / (scale H - 1)}.
 *
 * <p>Shape: {@code (channels, H, W) -> (channels, scale H, scale W)} and {@code (channels, L) -> (channels, scale L)}. No parameters.
 *
 * <p>Gradient: each element gets the sum of what it gave, by the weights with which it gave.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Upsample.Repeated.class)
public @interface Upsample {
    /** @return how many times larger, 1 or more: one number, or one for height and one for width */
    int[] value();

    /** @return how new elements are made */
    Mode mode() default Mode.NEAREST;

    /** @return whether the corners of both images lie on each other; not with NEAREST */
    boolean alignCorners() default false;

    /** How new elements are made. */
    enum Mode {
        /** From the one nearest element. */
        NEAREST,
        /** From two neighbours, on samples of one axis behind the channels. */
        LINEAR,
        /** From four neighbours, on images. */
        BILINEAR
    }

    /** What javac folds repeated {@code @Upsample} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Upsample[] value();
    }
}
