package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/**
 * Brings the directions of two embeddings together or apart: the mean over the batch of {@code 1 - cos(a, b)} for samples that are alike
 * (label 1), of {@code max(0, cos(a, b) - margin)} for others (label -1). As PyTorch's {@code nn.CosineEmbeddingLoss}.
 *
 * <p>Stands alone on a method with result {@code Loss} and the arguments (a, b, label), both predictions of one shape. The label is a
 * {@code boolean} (true is 1, false is -1), or a {@code Label} or an {@code int} of 1 and -1.
 *
 * <p>With a parameter of type {@code SampleWeights} each sample's loss is multiplied with its weight; a mean is still over the
 * batch.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Repeatable(CosineEmbedding.Repeated.class)
public @interface CosineEmbedding {
    /** @return the cosine that samples that are not alike may have, from -1 to 1 */
    double margin() default 0;

    /** @return the factor of this loss in the network's total, 0 or more */
    double weight() default 1;

    /** @return how the losses of a batch become one number */
    Reduction reduction() default Reduction.MEAN;

    /** What javac folds repeated {@code @CosineEmbedding} into. Not for methods and parameters: there the order would be lost. */
    @Target(ElementType.TYPE)
    @interface Repeated {
        /** @return the layers, first to last */
        CosineEmbedding[] value();
    }
}
