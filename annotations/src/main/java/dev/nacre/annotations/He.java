package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Initialises weights with mean 0 and variance {@code gain² / fan}, which keeps the variance of activations (fan IN) or of
 * gradients (fan OUT) the same from layer to layer where ReLU follows and halves it. He, Zhang, Ren and Sun, "Delving Deep
 * into Rectifiers", ICCV 2015; PyTorch's {@code kaiming_normal_} and {@code kaiming_uniform_}.
 *
 * <p>Shapes: weights of two axes or more, {@code [out, in, ...]}; axes behind the second count into both fans, as in PyTorch.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers, or on a network type with block methods, it is for all
 * layers below it that have no initialiser of their own. Biases begin at 0.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(He.Repeated.class)
public @interface He {
    /** @return whether the variance is kept on the way forward or on the way back */
    Fan fan() default Fan.IN;

    /**
     * @return the factor of the deviation, 0 or above: sqrt(2) for ReLU, {@code sqrt(2 / (1 + a²))} for a leaky ReLU of slope
     *     a
     */
    double gain() default 1.4142135623730951;

    /** @return whether to draw from the uniform distribution of the same variance, {@code U(-b, b), b = deviation sqrt(3)} */
    boolean uniform() default false;

    /** Which connections of a unit are counted. */
    enum Fan {
        /** Those into a unit. */
        IN,
        /** Those out of a unit. */
        OUT
    }

    /** What javac folds repeated {@code @He} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        He[] value();
    }
}
