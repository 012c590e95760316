package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A {@link SiLU} of polynomials: {@code y = x min(max(x + 3, 0), 6) / 6}.
 *
 * <p>Any shape. Howard et al., "Searching for MobileNetV3", 2019.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(HardSwish.Repeated.class)
public @interface HardSwish {
    /** What javac folds repeated {@code @HardSwish} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        HardSwish[] value();
    }
}
