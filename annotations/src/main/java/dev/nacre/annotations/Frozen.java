package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Keeps all parameters of layers as they begin or as they are loaded: weights, biases, scales.
 *
 * <p>The generated backward leaves the steps for their gradients out, and everything that only those would need; gradients
 * flow on through the layers to what comes before. Optimisers leave the parameters as they are, whatever momentum and weight
 * decay say; {@code Parameter.frozen()} tells. It is a part of the declaration and cannot be undone at run time: to train the
 * layers later, declare the same network without it and load the same file. To leave parameters out for a while only, give
 * the optimiser fewer of them. Running statistics, as of {@link BatchNorm}, are no parameters and move in training.
 *
 * <p>Shapes: parameters of any shape.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers of a stack, or on a network type with block methods, it
 * is for all layers below it that have none of their own. After or above a {@link Use} it is
 * for all that is used, whose penalties then count no more.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Frozen.Repeated.class)
public @interface Frozen {
    /** @return whether the parameters are kept; false lets a layer learn below another {@code @Frozen} */
    boolean value() default true;

    /** What javac folds repeated {@code @Frozen} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        Frozen[] value();
    }
}
