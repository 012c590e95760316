package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Brings each feature into a range: {@code y = low + (x - min) (high - low) / (max - min)}.
 *
 * <p>Minimum and maximum are those of every sample seen in training so far; the first axis after the batch is the feature
 * axis. They are data, not parameters: the gradient passes through as {@code dx = dy (high - low) / (max - min)}, and the file
 * of weights carries them. Evaluation uses them unchanged, so what lies outside of what was seen lands outside of the range.
 * Before anything is seen a feature stays as it is. A feature that was always the same becomes {@code low}: its spread counts
 * as 1, as in scikit-learn. NaN, a missing number, moves neither statistic and stays NaN.
 *
 * <p>On a component of a record it scales that number alone, and a missing one, null or NaN, becomes the middle of the
 * range, unless {@link Missing} says otherwise. On a block that reads a record it scales every element of the record's
 * vector.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Repeatable(MinMax.Repeated.class)
public @interface MinMax {
    /** @return what the minimum becomes */
    double low() default 0;

    /** @return what the maximum becomes, above {@code low} */
    double high() default 1;

    /** What javac folds repeated {@code @MinMax} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        MinMax[] value();
    }
}
