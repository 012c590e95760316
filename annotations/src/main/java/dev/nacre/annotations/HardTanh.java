package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The input kept between two bounds; the derivative is 0 at the bounds: {@code y = min(max(x, min), max)}.
 *
 * <p>Any shape. Collobert, "Large Scale Machine Learning", 2004.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(HardTanh.Repeated.class)
public @interface HardTanh {
    /** @return the lower bound */
    double min() default -1;

    /** @return the upper bound, above the lower one */
    double max() default 1;

    /** What javac folds repeated {@code @HardTanh} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        HardTanh[] value();
    }
}
