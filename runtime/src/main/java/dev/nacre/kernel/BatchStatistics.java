package dev.nacre.kernel;

/** The sizes and constants of one batch normalisation, and what its last training call saw. */
public final class BatchStatistics {
    final int features;
    final int inner;
    final float momentum;
    final float epsilon;
    final float[] mean;
    final float[] inverseDeviation;
    /** Of the last gradient: {@code sum dy} and {@code sum dy (x - mean)} per feature. */
    final double[] sums;

    final double[] products;
    /** The gradient that these are of, until it is asked for the gradient of weights; null when they are of none. */
    float[] summed;

    /**
     * @param features the size of the feature axis
     * @param inner the number of elements behind each feature (1 for vectors, H*W for images)
     * @param momentum the weight of the new batch in the running statistics
     * @param epsilon what is added to the variance
     */
    public BatchStatistics(int features, int inner, float momentum, float epsilon) {
        this.features = features;
        this.inner = inner;
        this.momentum = momentum;
        this.epsilon = epsilon;
        this.mean = new float[features];
        this.inverseDeviation = new float[features];
        this.sums = new double[features];
        this.products = new double[features];
    }
}
