package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises weights from a normal distribution cut off at two deviations: {@code N(mean, value²)}, where what falls outside
 * {@code mean - 2 value} to {@code mean + 2 value} is drawn again.
 *
 * <p>That is PyTorch's {@code trunc_normal_(w, mean, std, a, b)} with {@code a = mean - 2 std} and {@code b = mean + 2 std}
 * (its own defaults, a = -2 and b = 2, are absolute and cut hardly anything where std is small) and Keras's
 * {@code TruncatedNormal}. The deviation of what is drawn is 0.8796 of {@code value}.
 *
 * <p>Shapes: weights of any shape.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own. Biases begin at 0.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(TruncatedNormal.Repeated.class)
public @interface TruncatedNormal {
    /** @return the standard deviation before the cut, 0 or above */
    double value();

    /** @return the mean, any finite number */
    double mean() default 0;

    /** What javac folds repeated {@code @TruncatedNormal} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        TruncatedNormal[] value();
    }
}
