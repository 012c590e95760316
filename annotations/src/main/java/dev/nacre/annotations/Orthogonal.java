package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises weights with a random orthogonal matrix: {@code W Wᵀ = gain² I}, or {@code Wᵀ W = gain² I} where there are more
 * rows than columns. It keeps lengths, so gradients neither vanish nor explode through many layers. Saxe, McClelland and
 * Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", ICLR 2014; PyTorch's
 * {@code orthogonal_}.
 *
 * <p>Shapes: weights of two axes or more; those behind the first count as columns.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own. Biases begin at 0.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Orthogonal.Repeated.class)
public @interface Orthogonal {
    /** @return the length of rows (or columns), 0 or above */
    double gain() default 1;

    /** What javac folds repeated {@code @Orthogonal} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        Orthogonal[] value();
    }
}
