package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A sample with other sizes, its elements in the same order: {@code 12 -> 3x4} for {@code @Reshape({3, 4})}, as PyTorch's
 * {@code Tensor.reshape}.
 *
 * <p>The sizes multiply up to as many elements as come in. One of them may be -1: it follows from the others. Axes of size 1
 * come and go with it (squeeze and unsqueeze): {@code @Reshape({1, 28, 28})} makes an image with one channel of 28x28.
 * Costs nothing: tensors are dense and row-major, so only the shape changes. To change the order of axes use
 * {@link Permute}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Reshape.Repeated.class)
public @interface Reshape {
    /** @return the sizes of one sample, the batch left out, each 1 or more; one of them may be -1 */
    int[] value();

    /** What javac folds repeated {@code @Reshape} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Reshape[] value();
    }
}
