package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of two or more values of one shape, element by element: {@code y = (a + b + ...) / n}. A merging layer stands
 * first in its stack.
 *
 * <p>Shapes are not broadcast: all values have the same.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Average.Repeated.class)
public @interface Average {
    /** What javac folds repeated {@code @Average} into. Not for methods and parameters: there the order would be lost. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Average[] value();
    }
}
