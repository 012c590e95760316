package dev.nacre.examples;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Normal;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/**
 * A classifier of 28x28 images with two hidden layers: the dropout network of Zhang et al., "Dive into Deep Learning",
 * section 5.6. The processor writes {@code FashionMlpNetwork} from it.
 */
@Network
@Normal(0.01)
public interface FashionMlp {
    /** The first 256 features; one in five is dropped in training. */
    @Flatten
    @Dense(256)
    @ReLU
    @Dropout(0.2)
    Tensor hidden1(@In({1, 28, 28}) Tensor image);

    /** The second 256 features; every other one is dropped in training. */
    @Dense(256)
    @ReLU
    @Dropout(0.5)
    Tensor hidden2(Tensor hidden1);

    /** A score per class. */
    @Dense(10)
    Tensor logits(Tensor hidden2);

    /** What training makes small. */
    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
