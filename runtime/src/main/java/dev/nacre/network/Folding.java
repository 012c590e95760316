package dev.nacre.network;

import dev.nacre.tensor.Tensor;

/**
 * Moves a batch normalisation with fixed statistics into the product before it, for predictors: {@code norm(x Wᵀ + b) =
 * x (scale W)ᵀ + (scale b + shift)} with {@code scale = weight / sqrt(variance + epsilon)} and
 * {@code shift = bias - mean * scale}. Computed in double precision, rounded once.
 */
public final class Folding {
    private Folding() {}

    /**
     * @param weight the norm's weight, or null for ones
     * @param variance its running variance
     * @return the factor of each feature
     */
    public static float[] scale(Tensor weight, Tensor variance, float epsilon) {
        return rounded(scales(weight, variance, epsilon));
    }

    /**
     * @param bias the norm's bias, or null for zeros
     * @param mean its running mean
     * @param weight the norm's weight, or null for ones
     * @param variance its running variance
     * @return what is added to each feature
     */
    public static float[] shift(Tensor bias, Tensor mean, Tensor weight, Tensor variance, float epsilon) {
        return rounded(shifts(bias, mean, weight, variance, epsilon));
    }

    /**
     * @param product the product's weight, [features, inputs]
     * @param weight the norm's weight, or null for ones
     * @param variance its running variance
     * @return the product's weight with each row scaled
     */
    public static float[] weight(Tensor product, Tensor weight, Tensor variance, float epsilon) {
        double[] scale = scales(weight, variance, epsilon);
        float[] folded = product.toArray();
        int inputs = folded.length / scale.length;
        for (int i = 0; i < folded.length; i++) {
            folded[i] = (float) (folded[i] * scale[i / inputs]);
        }
        return folded;
    }

    /**
     * @param product a transposed convolution's weight, [inputs, features / groups, ...]
     * @param weight the norm's weight, or null for ones
     * @param variance its running variance
     * @return the convolution's weight with what makes each feature scaled
     */
    public static float[] transposed(Tensor product, Tensor weight, Tensor variance, float epsilon) {
        double[] scale = scales(weight, variance, epsilon);
        float[] folded = product.toArray();
        int inputs = product.shape()[0];
        int features = product.shape()[1];
        int kernel = folded.length / (inputs * features);
        for (int i = 0; i < folded.length; i++) {
            int row = i / kernel;
            int group = row / features * (scale.length / features) / inputs;
            folded[i] = (float) (folded[i] * scale[group * features + row % features]);
        }
        return folded;
    }

    /**
     * @param product the product's bias, or null for zeros
     * @param bias the norm's bias, or null for zeros
     * @param mean its running mean
     * @param weight the norm's weight, or null for ones
     * @param variance its running variance
     * @return the bias of the folded product
     */
    public static float[] bias(
            Tensor product, Tensor bias, Tensor mean, Tensor weight, Tensor variance, float epsilon) {
        double[] scale = scales(weight, variance, epsilon);
        double[] folded = shifts(bias, mean, weight, variance, epsilon);
        if (product != null) {
            for (int i = 0; i < folded.length; i++) {
                folded[i] += scale[i] * product.data()[i];
            }
        }
        return rounded(folded);
    }

    private static double[] scales(Tensor weight, Tensor variance, float epsilon) {
        double[] scale = new double[variance.elements()];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = (weight == null ? 1 : weight.data()[i]) / Math.sqrt((double) variance.data()[i] + epsilon);
        }
        return scale;
    }

    private static double[] shifts(Tensor bias, Tensor mean, Tensor weight, Tensor variance, float epsilon) {
        double[] scale = scales(weight, variance, epsilon);
        double[] shift = new double[scale.length];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = (bias == null ? 0 : bias.data()[i]) - mean.data()[i] * scale[i];
        }
        return shift;
    }

    private static float[] rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
