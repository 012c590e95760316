package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A bilinear layer of two values: {@code y_o = Σ_ij a_i W_oij b_j + bias_o}, as PyTorch's {@code nn.Bilinear}.
 *
 * <p>Shape: {@code (..., in1), (..., in2) -> (..., units)}, the axes before the last alike. Parameters: {@code weight}
 * {@code [units, in1, in2]} and, unless switched off, {@code bias} {@code [units]}. Initialised as PyTorch does,
 * {@code U(-1/sqrt(in1), 1/sqrt(in1))} for both, unless an initialiser such as {@link Normal} says otherwise. A merging layer
 * stands first in its stack.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Bilinear.Repeated.class)
public @interface Bilinear {
    /** @return the number of units, 1 or more */
    int value();

    /** @return whether a bias is added */
    boolean bias() default true;

    /** What javac folds repeated {@code @Bilinear} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Bilinear[] value();
    }
}
