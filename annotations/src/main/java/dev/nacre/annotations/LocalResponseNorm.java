package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Local response normalisation: {@code y_c = x_c / (k + alpha / size * sum of x_j^2)^beta} over {@code size} channels around c
 * at the same position, from {@code c - size / 2} on; what would be outside counts as zero. As PyTorch's {@code
 * nn.LocalResponseNorm}.
 *
 * <p>The first axis is the channel axis: {@code C} or {@code CxHxW}; the shape stays. Nothing is learned, and training and
 * evaluation are the same. Krizhevsky, Sutskever and Hinton, "ImageNet Classification with Deep Convolutional Neural Networks",
 * 2012, who leave out the division by size.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(LocalResponseNorm.Repeated.class)
public @interface LocalResponseNorm {
    /** @return the number of neighbouring channels, the channel's own included, 1 or more */
    int size();

    /** @return the factor of the mean square, above 0 */
    double alpha() default 1e-4;

    /** @return the exponent, above 0 */
    double beta() default 0.75;

    /** @return what is added to the mean square, above 0 */
    double k() default 1;

    /** What javac folds repeated {@code @LocalResponseNorm} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        LocalResponseNorm[] value();
    }
}
