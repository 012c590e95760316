package dev.nacre.examples.images;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/**
 * The convolutional network of LeCun et al., "Gradient-based learning applied to document recognition", 1998, with what came later:
 * ReLU, maxima, normalisation, and dropout of whole channels.
 */
@Network
public interface LeNet {
    /** Six features of 5x5 pixels. */
    @Conv2d(value = 6, kernel = 5, padding = 2, bias = false)
    @BatchNorm
    @ReLU
    @MaxPool2d(kernel = 2)
    Tensor edges(@In({1, 28, 28}) Tensor image);

    /** Sixteen features of these; in training, one in ten is missing. */
    @Conv2d(value = 16, kernel = 5, bias = false)
    @BatchNorm
    @ReLU
    @MaxPool2d(kernel = 2)
    @SpatialDropout(0.1)
    Tensor parts(Tensor edges);

    /** What they say together. */
    @Flatten
    @Dense(120)
    @ReLU
    @Dropout(0.2)
    Tensor whole(Tensor parts);

    /** The same in brief. */
    @Dense(84)
    @ReLU
    Tensor brief(Tensor whole);

    /** A score per class. */
    @Dense(10)
    Tensor logits(Tensor brief);

    /** What training makes small. */
    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
