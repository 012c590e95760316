package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * One of the parts that an axis is split into, as one element of PyTorch's {@code torch.chunk} or {@code torch.split}: either
 * {@code parts} of one size, or parts of the given {@code sizes}.
 *
 * <p>Shape: {@code @Split(parts = 3, index = 0)} makes {@code 6x4 -> 2x4}, {@code @Split(sizes = {2, 4}, index = 1)} makes
 * {@code 6x4 -> 4x4}. Each part is a block or a parameter of its own; their gradients add up in what they are parts of:
 *
 * <pre>{@code
 * @Split(parts = 2, index = 0)          Tensor values(Tensor x);
 * @Split(parts = 2, index = 1) @Sigmoid Tensor gates(Tensor x);
 * @Multiply                             Tensor gated(Tensor values, Tensor gates);
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Split.Repeated.class)
public @interface Split {
    /** @return the number of parts, all of one size; either this or {@code sizes} */
    int parts() default 0;

    /** @return the sizes of the parts, which add up to the axis; either this or {@code parts} */
    int[] sizes() default {};

    /** @return which part, 0 for the first; negative counts from the last */
    int index();

    /** @return the axis, not counting the batch: 0 is the first (features, or channels); negative counts from the last */
    int axis() default 0;

    /** What javac folds repeated {@code @Split} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Split[] value();
    }
}
