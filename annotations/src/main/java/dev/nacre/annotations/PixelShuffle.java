package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Channels become places of a larger image, as PyTorch's {@code nn.PixelShuffle}: with r the factor,
 * {@code y[c, r h + i, r w + j] = x[c r² + r i + j, h, w]}. Shi et al., "Real-time single image and video super-resolution using an
 * efficient sub-pixel convolutional neural network", CVPR 2016.
 *
 * <p>Shape: {@code (channels r², H, W) -> (channels, r H, r W)}. No parameters. Gradient: {@link PixelUnshuffle}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(PixelShuffle.Repeated.class)
public @interface PixelShuffle {
    /** @return the factor r, 1 or more, whose square divides the channels */
    int value();

    /** What javac folds repeated {@code @PixelShuffle} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        PixelShuffle[] value();
    }
}
