package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Two axes of a sample swapped: {@code 3x4 -> 4x3}, as PyTorch's {@code Tensor.transpose} without the batch.
 *
 * <p>Without options the last two: the rows and columns of a matrix. For other orders see {@link Permute}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Transpose.Repeated.class)
public @interface Transpose {
    /** @return an axis, not counting the batch; negative counts from the last */
    int first() default -2;

    /** @return the axis it is swapped with, not counting the batch; negative counts from the last */
    int second() default -1;

    /** What javac folds repeated {@code @Transpose} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Transpose[] value();
    }
}
