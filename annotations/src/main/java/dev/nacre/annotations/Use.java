package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Another network, or another type with a stack of layers, as a layer of this one, with weights of its own.
 *
 * <p>The arguments of the block are the used network's inputs in its order of declaration; it must have one output. Its
 * losses stay outside. Its parameters carry the block's name in front: {@code block.inner.dense.weight}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Use.Repeated.class)
public @interface Use {
    /** @return a type with {@link Network}, of this compilation or compiled before */
    Class<?> value();

    /** What javac folds repeated {@code @Use} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Use[] value();
    }
}
