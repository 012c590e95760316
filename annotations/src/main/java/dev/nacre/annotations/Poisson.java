package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * The negative log likelihood of counts: {@code mean over batch and elements of exp(x) - target x}, where x is the logarithm of the
 * rate; otherwise {@code x - target log(x + epsilon)}. As PyTorch's {@code nn.PoissonNLLLoss}.
 *
 * <p>Stands on a method with result {@code Loss} and the arguments (prediction, target), or last in a type stack. The target is a
 * {@code Target} of the prediction's shape, or a {@code float} for a prediction of one element.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Poisson.Repeated.class)
public @interface Poisson {
    /** @return whether the prediction is the logarithm of the rate */
    boolean logInput() default true;

    /** @return whether to add Stirling's approximation of {@code log(target!)}, which changes the loss and no gradient */
    boolean full() default false;

    /** @return what keeps the logarithm of a rate finite, above 0 */
    double epsilon() default 1e-8;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @Poisson} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Poisson[] value();
    }
}
