package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A fully connected layer on the last axis: {@code y = x Wᵀ + b}, with {@code W} of shape {@code [units, inputs]} and
 * {@code b} of shape {@code [units]}, as PyTorch's {@code nn.Linear}.
 *
 * <p>Shape: {@code (..., inputs) -> (..., units)}. Parameters: {@code weight} and, unless switched off, {@code bias}.
 * Initialised as PyTorch does, {@code U(-1/sqrt(inputs), 1/sqrt(inputs))} for both, unless an initialiser such as
 * {@link Normal} says otherwise.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Dense.Repeated.class)
public @interface Dense {
    /**
     * The number of units. 0 infers it where it follows: from the constants of an enum label, from a {@code float} label
     * (1), or from the other arguments of a merge of equal shapes, such as {@link Add}, that this block flows into.
     *
     * @return the number of units, or 0 to infer it
     */
    int value() default 0;

    /** @return whether a bias is added */
    boolean bias() default true;

    /** What javac folds repeated {@code @Dense} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Dense[] value();
    }
}
