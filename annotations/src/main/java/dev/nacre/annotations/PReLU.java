package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * A leaky rectified linear unit that learns its slope: {@code y = x} where x is positive, else {@code weight x}.
 *
 * <p>Any shape; features are along the first axis. Parameter: {@code weight}, one slope for all or one per feature.
 * He et al., "Delving Deep into Rectifiers", 2015.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(PReLU.Repeated.class)
public @interface PReLU {
    /** @return the number of slopes: 1, or the number of features */
    int value() default 1;

    /** @return what each slope starts from */
    double start() default 0.25;

    /** What javac folds repeated {@code @PReLU} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        PReLU[] value();
    }
}
