package dev.nacre.kernel;

/**
 * Losses and their gradients. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface LossKernels extends ClassLossKernels, BinaryLossKernels, ElementLossKernels, EmbeddingLossKernels {}
