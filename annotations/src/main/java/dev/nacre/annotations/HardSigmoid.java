package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A sigmoid of straight lines; the derivative is 0 at both bends: {@code y = min(max(alpha x + beta, 0), 1)}.
 *
 * <p>Any shape. Courbariaux, Bengio and David, "BinaryConnect", 2015.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(HardSigmoid.Repeated.class)
public @interface HardSigmoid {
    /** @return the slope in the middle */
    double alpha() default 1.0 / 6;

    /** @return the value at 0 */
    double beta() default 0.5;

    /** What javac folds repeated {@code @HardSigmoid} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        HardSigmoid[] value();
    }
}
