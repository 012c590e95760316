package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A function of the user's own for each element: {@code y = f(x)}.
 *
 * <p>Any shape. The class has {@code static float value(float x)} and {@code static float derivative(float x)}, or
 * the same with {@code double}; both may be inherited. The generated class calls them directly, so they may be
 * package-private beside the network, and hold what they like; they must be safe for several threads if a predictor
 * is.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Apply.Repeated.class)
public @interface Apply {
    /** @return the class with {@code value} and {@code derivative} */
    Class<?> value();

    /** What javac folds repeated {@code @Apply} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Apply[] value();
    }
}
