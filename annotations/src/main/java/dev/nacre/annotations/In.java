package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Declares an input of the network: on a parameter, on a type with a stack of layers, or on a type with blocks, where it is the
 * shape of the one name that they read and nothing declares. So blocks that are inherited can serve networks of several shapes.
 *
 * <p>The shape leaves the batch dimension out. It is not written for a record, whose components it follows from: numbers and
 * booleans are one element each, enums are one-hot, and layers on a component ({@link Standardize}, {@link MinMax},
 * {@link Embedding}, {@link Missing}) say otherwise for it.
 */
@Target({ElementType.PARAMETER, ElementType.TYPE})
public @interface In {
    /** @return the shape of one sample, such as {@code {1, 28, 28}} */
    int[] value() default {};
}
