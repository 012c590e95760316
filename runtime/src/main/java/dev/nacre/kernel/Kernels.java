package dev.nacre.kernel;

/**
 * The arithmetic that generated networks call. Arrays are dense and row-major; {@code rows} counts the batch (times the
 * leading axes of a sample, where a layer works on the last axis); arrays may be longer than what a call uses.
 *
 * <p>Every sum has one order, whatever the provider, the vector width or the number of threads: products add up along the
 * inner dimension one fused multiply-add after the other, column sums run down the rows. So both providers give the same
 * bits.
 */
public interface Kernels
        extends ProductKernels,
                ConvolutionKernels,
                PoolingKernels,
                ResamplingKernels,
                KeptKernels,
                ActivationKernels,
                DropoutKernels,
                MergeKernels,
                AxisKernels,
                NormalizationKernels,
                LossKernels,
                PenaltyKernels,
                ReductionKernels,
                ScalingKernels,
                EncodingKernels,
                NoiseKernels,
                ConnectionKernels,
                SmallKernels {
    /** The system property that names the provider to take, {@code plain} or {@code vector}. */
    String PROPERTY = "nacre.kernels";

    /** @return the fastest provider that this Java virtual machine can run */
    static Kernels get() {
        return KernelProvider.fastest();
    }
}
