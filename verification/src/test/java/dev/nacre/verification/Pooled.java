package dev.nacre.verification;

import dev.nacre.annotations.AdaptiveAvgPool2d;
import dev.nacre.annotations.AdaptiveMaxPool1d;
import dev.nacre.annotations.Add;
import dev.nacre.annotations.AvgPool2d;
import dev.nacre.annotations.ChannelShuffle;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.GlobalAvgPool;
import dev.nacre.annotations.GlobalMaxPool;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LpPool2d;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Pad;
import dev.nacre.annotations.PixelShuffle;
import dev.nacre.annotations.PixelUnshuffle;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.annotations.Tanh;
import dev.nacre.annotations.Upsample;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Images that are pooled, padded, made larger and shuffled. */
@Network
interface Pooled {
    @Conv2d(value = 4, kernel = 3, padding = 1)
    @Tanh
    @MaxPool2d(kernel = 2)
    Tensor half(@In({2, 8, 8}) Tensor image);

    @Pad(value = 1, mode = Pad.Mode.REFLECT)
    @MaxPool2d(kernel = 3, stride = 1)
    @AvgPool2d(kernel = 3, stride = 2, padding = 1)
    @SpatialDropout(0.2)
    Tensor quarter(Tensor half);

    @Upsample(value = 2, mode = Upsample.Mode.BILINEAR)
    Tensor larger(Tensor quarter);

    @Upsample(2)
    Tensor repeated(Tensor quarter);

    @Add
    Tensor both(Tensor larger, Tensor repeated, @ChannelShuffle(2) Tensor half);

    @PixelUnshuffle(2)
    @Sigmoid
    @LpPool2d(kernel = 2)
    Tensor norms(Tensor both);

    @PixelShuffle(2)
    @Pad(
            value = {1, 0, 0, 1},
            constant = 0.5)
    @AdaptiveAvgPool2d({2, 1})
    @Flatten
    Tensor shuffled(Tensor both);

    @Reshape({4, 16})
    @Pad(
            value = {0, 2},
            mode = Pad.Mode.REPLICATE)
    @AdaptiveMaxPool1d(4)
    @Flatten
    Tensor lines(Tensor both);

    @Concat
    @Dense(5)
    Tensor logits(
            @Flatten Tensor norms,
            Tensor shuffled,
            Tensor lines,
            @GlobalAvgPool Tensor both,
            @GlobalMaxPool(keep = true) @Flatten Tensor half);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
