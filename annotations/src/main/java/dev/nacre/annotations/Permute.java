package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The axes of a sample in another order: {@code 3x32x32 -> 32x32x3} for {@code @Permute({1, 2, 0})}, as PyTorch's
 * {@code Tensor.permute} without the batch.
 *
 * <p>{@code y[i_0, i_1, ...]} has along its axis k what the input has along axis {@code value[k]}. Moves elements; where only
 * axes of size 1 move it costs nothing.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Permute.Repeated.class)
public @interface Permute {
    /** @return for each axis of the output the input's axis, each exactly once; negative ones count from the last */
    int[] value();

    /** What javac folds repeated {@code @Permute} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Permute[] value();
    }
}
