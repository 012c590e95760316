package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The sine of each element: {@code y = sin(x)}.
 *
 * <p>Any shape. Sitzmann et al., "Implicit Neural Representations with Periodic Activation Functions", 2020.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Sin.Repeated.class)
public @interface Sin {
    /** What javac folds repeated {@code @Sin} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Sin[] value();
    }
}
