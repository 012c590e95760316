package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.Average;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.BinaryCrossEntropy;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.ConvTranspose2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.GlobalAvgPool;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Max;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Multiply;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Repeat;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.SmoothL1;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.annotations.Tanh;
import dev.nacre.annotations.Use;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** The graphs that people draw, on images small enough for every test. */
interface Graphs {
    /** A residual block with dropout of its own, inherited by blocks of two shapes. */
    interface Dropping {
        @ResNets.Conv
        @ReLU
        @SpatialDropout(0.1)
        Tensor inner(Tensor x);

        @ResNets.Conv
        Tensor outer(Tensor inner);

        @Add
        @ReLU
        Tensor out(@DropPath(0.2) Tensor outer, Tensor x);
    }

    /** On larger images. */
    @Network
    @In({4, 6, 6})
    interface Wide extends Dropping {}

    /** On smaller ones. */
    @Network
    @In({8, 3, 3})
    interface Narrow extends Dropping {}

    /** Two stages of residual blocks, and between them one whose shortcut is a projection. */
    @Network
    interface SmallResNet {
        @Conv2d(value = 4, kernel = 3, padding = 1, bias = false)
        @BatchNorm
        @ReLU
        Tensor stem(@In({1, 6, 6}) Tensor image);

        @Use(Wide.class)
        @Repeat(2)
        Tensor block(Tensor stem);

        @Conv2d(value = 8, kernel = 3, stride = 2, padding = 1, bias = false)
        @BatchNorm
        @ReLU
        @ResNets.Conv
        Tensor half(Tensor block);

        @Add
        @ReLU
        Tensor down(Tensor half, @Conv2d(value = 8, kernel = 1, stride = 2, bias = false) @BatchNorm Tensor block);

        @Use(Narrow.class)
        @Repeat(2)
        Tensor deep(Tensor down);

        @Flatten
        @Dense(5)
        Tensor logits(Tensor deep);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** Squeeze-and-excite without a shape of its own: one number per channel, between 0 and 1, scales the channel. */
    interface Excited {
        @GlobalAvgPool
        @Dense(3)
        @ReLU
        Tensor squeezed(Tensor x);

        @Dense
        @Sigmoid
        Tensor gate(Tensor squeezed);

        @Multiply
        Tensor out(Tensor x, Tensor gate);
    }

    /** Of six channels. */
    @Network
    @In({6, 4, 4})
    interface Excite extends Excited {}

    /** A network with such a block, and with other merges of values of several shapes. */
    @Network
    interface SqueezeExcite {
        @Conv2d(value = 6, kernel = 3)
        @ReLU
        Tensor features(@In({2, 6, 6}) Tensor image);

        @Use(Excite.class)
        Tensor scaled(Tensor features);

        @Conv2d(value = 1, kernel = 3, padding = 1)
        @Sigmoid
        Tensor places(Tensor scaled);

        @Multiply
        Tensor attended(Tensor places, Tensor scaled);

        @Add
        @Flatten
        @Dense(4)
        Tensor logits(Tensor attended, @Conv2d(value = 6, kernel = 4) Tensor features);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** Inception-style branches side by side in channels, and merges of images of one shape. */
    @Network
    interface Branches {
        @Conv2d(value = 4, kernel = 3, stride = 2, padding = 1)
        @ReLU
        Tensor stem(@In({3, 8, 8}) Tensor image);

        @Conv2d(value = 3, kernel = 1)
        @ReLU
        Tensor small(Tensor stem);

        @Conv2d(value = 2, kernel = 1)
        @ReLU
        Tensor reduced(Tensor stem);

        @Conv2d(value = 3, kernel = 3, padding = Conv2d.SAME)
        @ReLU
        Tensor large(Tensor reduced);

        @Concat
        Tensor mixed(Tensor small, Tensor large, @MaxPool2d(kernel = 3, stride = 1, padding = 1) Tensor stem);

        @Max
        Tensor most(Tensor small, Tensor large);

        @Average
        Tensor mean(Tensor small, Tensor large);

        @Concat
        @SpatialDropout(0.1)
        @Flatten
        @Dense(5)
        Tensor logits(Tensor mixed, Tensor most, Tensor mean);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** U-Net: what the way down loses of places comes over the bridge. */
    @Network
    interface UNet {
        @Conv2d(value = 4, kernel = 3, padding = 1)
        @ReLU
        Tensor fine(@In({1, 8, 8}) Tensor image);

        @Conv2d(value = 6, kernel = 3, stride = 2, padding = 1)
        @Tanh
        Tensor middle(Tensor fine);

        @Conv2d(value = 8, kernel = 3, stride = 2, padding = 1)
        @ReLU
        Tensor deep(Tensor middle);

        @ConvTranspose2d(value = 6, kernel = 2, stride = 2)
        @ReLU
        Tensor rising(Tensor deep);

        @Concat
        @ConvTranspose2d(value = 4, kernel = 3, stride = 2, padding = 1, outputPadding = 1)
        @ReLU
        Tensor risen(Tensor rising, Tensor middle);

        @Concat
        @Conv2d(value = 1, kernel = 3, padding = 1)
        Tensor mask(Tensor risen, Tensor fine);

        @BinaryCrossEntropy
        Loss loss(Tensor mask, Target target);
    }

    /** Depthwise-separable convolutions: each channel by itself, then channels by products alone. */
    @Network
    interface Separable {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        @ReLU
        Tensor stem(@In({2, 6, 6}) Tensor image);

        @Conv2d(kernel = 3, stride = 2, padding = 1, groups = Conv2d.DEPTHWISE, bias = false)
        @BatchNorm
        @ReLU
        Tensor depthwise(Tensor stem);

        @Conv2d(value = 10, kernel = 1, bias = false)
        @BatchNorm
        @ReLU
        Tensor pointwise(Tensor depthwise);

        @Flatten
        @Dense(5)
        Tensor logits(Tensor pointwise);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** Through a code of a few numbers and back; its own input is the target. */
    @Network
    interface Autoencoder {
        @Conv2d(value = 4, kernel = 3, stride = 2, padding = 1)
        @Tanh
        Tensor smaller(@In({1, 6, 6}) Tensor image);

        @Flatten
        @Dense(12)
        Tensor code(Tensor smaller);

        @Dense(36)
        @Tanh
        @Reshape({4, 3, 3})
        Tensor unfolded(Tensor code);

        @ConvTranspose2d(value = 1, kernel = 2, stride = 2)
        Tensor decoded(Tensor unfolded);

        @MeanSquaredError
        Loss loss(Tensor decoded, Target target);
    }

    /** One trunk; a class, a box and a mask, each with its loss and the weight of that. */
    @Network
    interface Heads {
        @Conv2d(value = 6, kernel = 3, stride = 2, padding = 1)
        @ReLU
        Tensor trunk(@In({1, 8, 8}) Tensor image);

        @Flatten
        @Dense(4)
        Tensor kind(Tensor trunk);

        @Flatten
        @Dense(3)
        Tensor box(Tensor trunk);

        @ConvTranspose2d(value = 1, kernel = 2, stride = 2)
        Tensor mask(Tensor trunk);

        @CrossEntropy
        Loss kindLoss(Tensor kind, Label label);

        @SmoothL1(weight = 0.5)
        Loss boxLoss(Tensor box, Target corners);

        @BinaryCrossEntropy(weight = 2)
        Loss maskLoss(Tensor mask, Target pixels);
    }
}
