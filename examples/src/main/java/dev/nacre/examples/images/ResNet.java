package dev.nacre.examples.images;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.GlobalAvgPool;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Repeat;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.annotations.Stack;
import dev.nacre.annotations.Use;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/**
 * A residual network of 14 layers with weights: three stages of two blocks with 16, 32 and 64 channels. He, Zhang, Ren and Sun, "Deep Residual Learning
 * for Image Recognition", 2016.
 */
@Network
public interface ResNet {
    /** A convolution that keeps the size, and its normalisation. */
    @Stack
    @Conv2d(kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @interface Conv3x3 {}

    /** What 16 channels learn besides what they are. */
    @Network
    interface ResidualBlock16 {
        @Conv3x3
        @ReLU
        Tensor first(@In({16, 28, 28}) Tensor x);

        @Conv3x3
        Tensor second(Tensor first);

        @Add
        @ReLU
        Tensor sum(Tensor second, Tensor x);
    }

    /** The same for 32 channels. */
    @Network
    interface ResidualBlock32 {
        @Conv3x3
        @ReLU
        Tensor first(@In({32, 14, 14}) Tensor x);

        @Conv3x3
        Tensor second(Tensor first);

        @Add
        @ReLU
        Tensor sum(Tensor second, Tensor x);
    }

    /** The same for 64 channels. */
    @Network
    interface ResidualBlock64 {
        @Conv3x3
        @ReLU
        Tensor first(@In({64, 7, 7}) Tensor x);

        @Conv3x3
        Tensor second(Tensor first);

        @Add
        @ReLU
        Tensor sum(Tensor second, Tensor x);
    }

    /** Half the size, twice the channels; the shortcut is a projection. */
    @Network
    interface Downsample32 {
        @Conv2d(value = 32, kernel = 3, stride = 2, padding = 1, bias = false)
        @BatchNorm
        @ReLU
        Tensor first(@In({16, 28, 28}) Tensor x);

        @Conv3x3
        Tensor second(Tensor first);

        @Add
        @ReLU
        Tensor sum(Tensor second, @Conv2d(value = 32, kernel = 1, stride = 2, bias = false) @BatchNorm Tensor x);
    }

    /** The same again. */
    @Network
    interface Downsample64 {
        @Conv2d(value = 64, kernel = 3, stride = 2, padding = 1, bias = false)
        @BatchNorm
        @ReLU
        Tensor first(@In({32, 14, 14}) Tensor x);

        @Conv3x3
        Tensor second(Tensor first);

        @Add
        @ReLU
        Tensor sum(Tensor second, @Conv2d(value = 64, kernel = 1, stride = 2, bias = false) @BatchNorm Tensor x);
    }

    /** Sixteen features of 3x3 pixels. */
    @Conv2d(value = 16, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @ReLU
    Tensor stem(@In({1, 28, 28}) Tensor image);

    /** Two blocks at full size. */
    @Use(ResidualBlock16.class)
    @Repeat(2)
    Tensor fine(Tensor stem);

    /** Half the size. */
    @Use(Downsample32.class)
    Tensor half(Tensor fine);

    /** A block there. */
    @Use(ResidualBlock32.class)
    Tensor middle(Tensor half);

    /** A quarter of the size. */
    @Use(Downsample64.class)
    Tensor quarter(Tensor middle);

    /** A block there. */
    @Use(ResidualBlock64.class)
    Tensor coarse(Tensor quarter);

    /** A score per class, from the mean of each channel; in training, one channel in ten is missing. */
    @SpatialDropout(0.1)
    @GlobalAvgPool
    @Dense(10)
    Tensor logits(Tensor coarse);

    /** What training makes small. */
    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
