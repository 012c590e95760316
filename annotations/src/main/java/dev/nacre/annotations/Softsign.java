package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A sigmoid with slow tails: {@code y = x / (1 + |x|)}.
 *
 * <p>Any shape. Turian, Bergstra and Bengio, "Quadratic Features and Deep Architectures for Chunking", 2009.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Softsign.Repeated.class)
public @interface Softsign {
    /** What javac folds repeated {@code @Softsign} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Softsign[] value();
    }
}
