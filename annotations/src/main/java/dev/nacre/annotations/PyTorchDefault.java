package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises weights and biases as PyTorch does by default, which is what layers without an initialiser do: it chooses that
 * back for a layer below another initialiser. For {@link Dense}: {@code U(-1/sqrt(inputs), 1/sqrt(inputs))} for both.
 *
 * <p>Shapes: weights of any shape.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(PyTorchDefault.Repeated.class)
public @interface PyTorchDefault {
    /** What javac folds repeated {@code @PyTorchDefault} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        PyTorchDefault[] value();
    }
}
