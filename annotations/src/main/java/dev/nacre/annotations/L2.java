package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Adds a penalty on weights to the loss, {@code value · Σ w²}, as Keras does. Hoerl and Kennard, "Ridge Regression", 1970.
 *
 * <p>The penalty is a part of {@code loss()}, in training and in evaluation, and of the gradients that {@code backward()} and
 * {@code backpropagate()} give; {@code backward(outputGradient)} starts behind the loss and leaves it out. It counts once per
 * loss, however many samples the batch has, and once per weight, however many uses share it; gradients that are accumulated
 * over several losses have it once for each. Biases are free.
 *
 * <p>The {@code weightDecay} of an optimiser is another thing: it is not in the loss, it is for biases too, and the coupled
 * form of PyTorch's SGD and Adam adds {@code weightDecay · w} to the gradient, so that {@code @L2(λ)} corresponds to a decay of
 * {@code 2 λ}. The decoupled form of AdamW shrinks weights beside the gradient and has no such counterpart.
 *
 * <p>Shapes: weights of any shape. The gradient is {@code 2 · value · w}.
 *
 * <p>Right after a layer it is for that layer; ahead of all layers of a stack, or on a network type with block methods, it
 * is for all layers below it that have none of their own. Networks that are used with {@link Use} keep their own.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(L2.Repeated.class)
public @interface L2 {
    /** @return the strength, from 0 to a million; 0 takes the penalty off a layer below another {@code @L2} */
    double value();

    /** What javac folds repeated {@code @L2} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the annotations, first to last */
        L2[] value();
    }
}
