package dev.nacre.kernel;

/**
 * Losses between embeddings, each sample one vector: embeddings and gradients are [rows, columns], targets [rows]. A mean is
 * over the rows. The conventions of {@link Kernels} hold; sampleWeights are what each sample's loss is multiplied with, [rows],
 * or null for ones.
 */
public interface EmbeddingLossKernels {
    /**
     * {@code 1 - cos(a, b)} for target 1, {@code max(0, cos(a, b) - margin)} for target -1.
     */
    default float cosineEmbedding(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            float margin,
            Reduction reduction) {
        Arguments.embeddingLoss(a, b, target, sampleWeights, rows, columns);
        return EmbeddingLosses.cosine(a, b, target, sampleWeights, rows, columns, margin, reduction);
    }

    /**
     * The gradient of {@link #cosineEmbedding} times weight.
     */
    default void cosineEmbeddingGradient(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            float[] da,
            float[] db,
            int rows,
            int columns,
            float margin,
            Reduction reduction,
            float weight) {
        Arguments.embeddingLoss(a, b, target, sampleWeights, rows, columns);
        Arguments.pair("da", da, "db", db, rows, columns);
        EmbeddingLosses.cosineGradient(a, b, target, sampleWeights, da, db, rows, columns, margin, reduction, weight);
    }

    /**
     * With the distance {@code d = |a - b|}: {@code d^2 / 2} for target 0, {@code max(0, margin - d)^2 / 2} for target 1 (Hadsell et al., 2006).
     */
    default float contrastive(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            float margin,
            Reduction reduction) {
        Arguments.embeddingLoss(a, b, target, sampleWeights, rows, columns);
        return EmbeddingLosses.contrastive(a, b, target, sampleWeights, rows, columns, margin, reduction);
    }

    /**
     * The gradient of {@link #contrastive} times weight.
     */
    default void contrastiveGradient(
            float[] a,
            float[] b,
            float[] target,
            float[] sampleWeights,
            float[] da,
            float[] db,
            int rows,
            int columns,
            float margin,
            Reduction reduction,
            float weight) {
        Arguments.embeddingLoss(a, b, target, sampleWeights, rows, columns);
        Arguments.pair("da", da, "db", db, rows, columns);
        EmbeddingLosses.contrastiveGradient(
                a, b, target, sampleWeights, da, db, rows, columns, margin, reduction, weight);
    }

    /**
     * {@code max(0, margin + d(anchor, positive) - d(anchor, negative))} with {@code d(a, b) = (sum |a - b + epsilon|^p)^(1/p)}.
     *
     * @param swap whether the negative's distance is the lesser of those to anchor and positive (Balntas et al., 2016)
     */
    default float triplet(
            float[] anchor,
            float[] positive,
            float[] negative,
            float[] sampleWeights,
            int rows,
            int columns,
            float margin,
            float p,
            float epsilon,
            boolean swap,
            Reduction reduction) {
        Arguments.elementLoss(anchor, positive, sampleWeights, rows, columns);
        Arguments.array("negative", negative, rows, columns);
        return EmbeddingLosses.triplet(
                anchor, positive, negative, sampleWeights, rows, columns, margin, p, epsilon, swap, reduction);
    }

    /**
     * The gradient of {@link #triplet} times weight.
     */
    default void tripletGradient(
            float[] anchor,
            float[] positive,
            float[] negative,
            float[] sampleWeights,
            float[] dAnchor,
            float[] dPositive,
            float[] dNegative,
            int rows,
            int columns,
            float margin,
            float p,
            float epsilon,
            boolean swap,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(anchor, positive, sampleWeights, rows, columns);
        Arguments.pair("negative", negative, "dAnchor", dAnchor, rows, columns);
        Arguments.pair("dPositive", dPositive, "dNegative", dNegative, rows, columns);
        EmbeddingLosses.tripletGradient(
                anchor,
                positive,
                negative,
                sampleWeights,
                dAnchor,
                dPositive,
                dNegative,
                rows,
                columns,
                margin,
                p,
                epsilon,
                swap,
                reduction,
                weight);
    }
}
