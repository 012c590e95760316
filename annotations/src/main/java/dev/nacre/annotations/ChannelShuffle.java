package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Channels in another order, so that the next grouped convolution sees some of each group, as PyTorch's {@code nn.ChannelShuffle}: with g groups
 * of n channels, {@code y[i g + k] = x[k n + i]}. Zhang et al., "ShuffleNet", CVPR 2018.
 *
 * <p>Shape: {@code (channels, ...) -> (channels, ...)}. No parameters. Gradient: the shuffle with {@code channels / g} groups.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(ChannelShuffle.Repeated.class)
public @interface ChannelShuffle {
    /** @return the number of groups, 1 or more, which divides the channels */
    int value();

    /** What javac folds repeated {@code @ChannelShuffle} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        ChannelShuffle[] value();
    }
}
