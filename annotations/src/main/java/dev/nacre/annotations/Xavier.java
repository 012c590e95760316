package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises weights with mean 0 and variance {@code gain² · 2 / (fanIn + fanOut)}, which keeps the variance of activations
 * and of gradients about the same from layer to layer where the activation is near the identity around 0, as tanh is. Glorot
 * and Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010; PyTorch's
 * {@code xavier_normal_} and {@code xavier_uniform_}.
 *
 * <p>Shapes: weights of two axes or more, {@code [out, in, ...]}; axes behind the second count into both fans, as in PyTorch.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own. Biases begin at 0.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Xavier.Repeated.class)
public @interface Xavier {
    /** @return the factor of the deviation, 0 or above; PyTorch recommends 5/3 before tanh */
    double gain() default 1;

    /** @return whether to draw from the uniform distribution of the same variance, {@code U(-b, b), b = deviation sqrt(3)} */
    boolean uniform() default false;

    /** What javac folds repeated {@code @Xavier} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        Xavier[] value();
    }
}
