/**
 * Data sets: samples and labels that are gathered, batch by batch, into buffers that are used again.
 *
 * <p>A {@link dev.nacre.data.Dataset} joins columns of {@link dev.nacre.data.Samples} and {@link dev.nacre.data.Labels};
 * {@link dev.nacre.data.Idx}, {@link dev.nacre.data.ImageFolder}, {@link dev.nacre.data.Cifar}, {@link dev.nacre.data.Csv} and {@link dev.nacre.data.Records} make them from files and from
 * a program's own objects. Subsets are views. An
 * {@link dev.nacre.data.Augmentation} changes images by chance in training, a {@link dev.nacre.data.Normalization} always.
 */
package dev.nacre.data;
