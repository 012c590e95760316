package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * What {@link Tanh} takes away: {@code y = x - tanh(x)}.
 *
 * <p>Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Tanhshrink.Repeated.class)
public @interface Tanhshrink {
    /** What javac folds repeated {@code @Tanhshrink} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Tanhshrink[] value();
    }
}
