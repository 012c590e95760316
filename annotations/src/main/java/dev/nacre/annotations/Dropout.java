package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Dropout: in training each element is zero with probability {@code p}. With {@code q = 1 - p} and the mask m, 1 with
 * probability q and 0 otherwise:
 *
 * <pre>
 * IN_TRAINING (inverted):   training y = select(m, x / q, 0), dx = select(m, dy / q, 0); evaluation y = x
 * AT_EVALUATION (classic):  training y = select(m, x, 0),     dx = select(m, dy, 0);     evaluation y = q x
 * </pre>
 *
 * <p>Any shape. The mask is a function of (seed, step, layer, element): it depends on neither threads, vector width nor
 * JDK, and the gradient's is forward's. A dropped element is selected away, not multiplied: a dropped NaN is gone. {@code p = 0}
 * is the identity, {@code p = 1} gives zeros with zero gradients. The scale is one rounded float. The default is PyTorch's
 * {@code nn.Dropout}. In Monte Carlo mode it is as in training. In a predictor nothing is left of it but, in the classic form, one
 * multiplication by q, that of the p which the network has when the predictor is made.
 *
 * <p>What is {@linkplain #shared shared} or 1 in the {@link #noiseShape} is dropped or kept together.
 * Hinton et al., "Improving neural networks by preventing co-adaptation of feature detectors", 2012; Srivastava et al., "Dropout: A
 * Simple Way to Prevent Neural Networks from Overfitting", 2014; one mask for all time steps: Gal and Ghahramani, "A Theoretically
 * Grounded Application of Dropout in Recurrent Neural Networks", 2016.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(Dropout.Repeated.class)
public @interface Dropout {
    /** @return the probability of <em>dropping</em> an element, from 0 to 1 */
    double value() default 0.5;

    /** @return when what is dropped is made up for */
    Scaling scaling() default Scaling.IN_TRAINING;

    /** @return what has one mask together; {@link Shared#TIME} and {@link Shared#POSITIONS} exclude one another */
    Shared[] shared() default {};

    /**
     * @return for every axis of a sample, the batch left out, its size, or 1 where one mask is for all along it, as in Keras; empty
     *     for a mask of the whole sample. {@link Shared#BATCH} may stand beside it
     */
    int[] noiseShape() default {};

    /** What javac folds repeated {@code @Dropout} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        Dropout[] value();
    }
}
