package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The gated linear unit: {@code y = a sigmoid(b)}, a and b the halves of the input along an axis.
 *
 * <p>Shape: {@code (..., 2n, ...) -> (..., n, ...)}. Dauphin, Fan, Auli and Grangier, "Language Modeling with Gated
 * Convolutional Networks", 2017.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(GLU.Repeated.class)
public @interface GLU {
    /** @return the axis to halve, the batch left out; negative ones count from the last */
    int axis() default -1;

    /** What javac folds repeated {@code @GLU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        GLU[] value();
    }
}
