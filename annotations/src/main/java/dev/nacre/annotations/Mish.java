package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A smooth, non-monotonic unit: {@code y = x tanh(log(1 + exp(x)))}.
 *
 * <p>Any shape. Misra, "Mish: A Self Regularized Non-Monotonic Activation Function", 2019.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Mish.Repeated.class)
public @interface Mish {
    /** What javac folds repeated {@code @Mish} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Mish[] value();
    }
}
