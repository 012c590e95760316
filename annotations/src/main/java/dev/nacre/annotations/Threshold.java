package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The input where it is large, a constant elsewhere; the derivative at the threshold is 0: {@code y = x} where
 * {@code x > threshold}, else {@code y = value}.
 *
 * <p>Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Threshold.Repeated.class)
public @interface Threshold {
    /** @return above which the input passes */
    double threshold();

    /** @return what takes the place of what does not pass */
    double value() default 0;

    /** What javac folds repeated {@code @Threshold} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Threshold[] value();
    }
}
