package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Turns an enum, a component of a record, into a learned vector instead of a one-hot one: {@code y = W[ordinal]}, as
 * PyTorch's {@code nn.Embedding}.
 *
 * <p>Shape: an enum of n constants becomes {@code size} elements. Parameter: {@code input.component.embedding.weight},
 * {@code [n, size]}, from N(0, 1) as PyTorch's; with {@link Missing} it has one row more, the last, for null. The gradient
 * of a row is the sum over the samples that have its constant, in their order. In the tensor that stands for a record the
 * enum is one element, its ordinal.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Embedding {
    /** @return the size of the vector of each constant, 1 or more */
    int value();
}
