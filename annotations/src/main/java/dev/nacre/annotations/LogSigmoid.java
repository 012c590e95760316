package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The logarithm of the {@link Sigmoid}, without its underflow: {@code y = -log(1 + exp(-x))}.
 *
 * <p>Any shape.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(LogSigmoid.Repeated.class)
public @interface LogSigmoid {
    /** What javac folds repeated {@code @LogSigmoid} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        LogSigmoid[] value();
    }
}
