package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Dropout of contiguous squares, each channel by itself. Of the squares of side b that lie inside a channel of {@code HxW}, each is dropped
 * with probability
 *
 * <pre>
 * gamma = p / b^2 * H W / ((H - b + 1) (W - b + 1)),  at most 1, and 1 where p is 1
 * </pre>
 *
 * <p>and what lies in none of the dropped ones is kept. As squares overlap, somewhat fewer elements than p are dropped. With n the
 * elements of a sample and k those that are kept of it, over all channels, training gives {@code y = select(m, x n / k, 0)} and the
 * gradient is {@code dx = select(m, dy n / k, 0)}: n / k is a constant there, rounded to a float once, and of a sample of which
 * nothing is kept all is zero. Evaluation changes nothing. Where the paper and torchvision count over the batch, a sample here does
 * not depend on the others.
 *
 * <p>Random words: a row of the mask has a column for every square, numbered {@code (channel (H - b + 1) + top) (W - b + 1) + left}, and
 * they are drawn as those of {@link Dropout}; a square is dropped where its word is below {@code round(gamma 2^32)}. So the mask is a
 * function of (seed, step, layer, sample, square). With b = 1 it drops the elements that {@code @Dropout(p)} drops.
 *
 * <p>Channels first: {@code CxHxW}, kept.
 * Ghiasi, Lin and Le, "DropBlock: A regularization method for convolutional networks", 2018.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(DropBlock.Repeated.class)
public @interface DropBlock {
    /** @return about the probability of <em>dropping</em> an element, from 0 to 1 */
    double value() default 0.1;

    /** @return the side of a square, from 1 to the smaller of height and width */
    int blockSize() default 7;

    /** What javac folds repeated {@code @DropBlock} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        DropBlock[] value();
    }
}
