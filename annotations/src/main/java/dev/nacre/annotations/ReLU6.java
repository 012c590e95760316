package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A rectifier with an upper bound; the derivative is 0 at 0 and at 6: {@code y = min(max(x, 0), 6)}.
 *
 * <p>Any shape. Krizhevsky, "Convolutional Deep Belief Networks on CIFAR-10", 2010.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(ReLU6.Repeated.class)
public @interface ReLU6 {
    /** What javac folds repeated {@code @ReLU6} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        ReLU6[] value();
    }
}
