package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Repeats the {@link Use} right before it: {@code @Use(Block.class) @Repeat(6)} is six blocks in a row, numbered from 1 in
 * the names of their parameters.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Repeat.Repeated.class)
public @interface Repeat {
    /** @return how many times, at least 1 */
    int value();

    /** @return whether the repetitions share one set of weights; otherwise each has its own */
    boolean shared() default false;

    /** What javac folds repeated {@code @Repeat} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Repeat[] value();
    }
}
