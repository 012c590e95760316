package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Places of an image become channels of a smaller one, as PyTorch's {@code nn.PixelUnshuffle}, the inverse of
 * {@link PixelShuffle}: with r the factor, {@code y[c r² + r i + j, h, w] = x[c, r h + i, r w + j]}.
 *
 * <p>Shape: {@code (channels, r H, r W) -> (channels r², H, W)}. No parameters. Gradient: {@link PixelShuffle}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(PixelUnshuffle.Repeated.class)
public @interface PixelUnshuffle {
    /** @return the factor r, 1 or more, which divides height and width */
    int value();

    /** What javac folds repeated {@code @PixelUnshuffle} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        PixelUnshuffle[] value();
    }
}
