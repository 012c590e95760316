package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A margin around each channel, or one taken away, as PyTorch's {@code F.pad} with a mode, {@code nn.ZeroPad2d}, {@code nn.ReflectionPad1d} and the like.
 *
 * <p>Shape: {@code (channels, H, W) -> (channels, top + H + bottom, left + W + right)} and
 * {@code (channels, L) -> (channels, front + L + end)}. No parameters.
 *
 * <p>An amount below 0 crops: {@code @Pad({0, 0, -1, -1})} takes the first and the last column away. A crop leaves at least one row and one
 * column. With a crop on one side and a margin on the other, the margin shows the image as it came in, what was cropped included.
 *
 * <p>Gradient: the margin of a constant gets none; what a reflection or a repetition shows gets the sum of what its copies get; what is
 * cropped and nowhere shown gets zero.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Pad.Repeated.class)
public @interface Pad {
    /**
     * How many elements are put on each side, below 0 for how many are taken away: one number for all, {@code {height, width}} or {@code {top, bottom, left, right}} for images,
     * {@code {front, end}} for one axis.
     *
     * @return the padding on each side
     */
    int[] value();

    /** @return what the margin is made of */
    Mode mode() default Mode.CONSTANT;

    /** @return the number that a margin of mode {@link Mode#CONSTANT} is made of */
    double constant() default 0;

    /** What a margin is made of. */
    enum Mode {
        /** One number, zero unless said. */
        CONSTANT,
        /** What a mirror on the border shows; the border itself is not repeated: {@code c b | a b c | b a}. Less than the size of the axis. */
        REFLECT,
        /** The border, again and again: {@code a a | a b c | c c}. */
        REPLICATE
    }

    /** What javac folds repeated {@code @Pad} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Pad[] value();
    }
}
