package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Lays a sample of any shape out as one vector, row by row: {@code CxHxW -> C*H*W}.
 *
 * <p>Costs nothing: tensors are dense and row-major, so only the shape changes.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Flatten.Repeated.class)
public @interface Flatten {
    /** What javac folds repeated {@code @Flatten} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Flatten[] value();
    }
}
