package dev.nacre.verification.conformance;

import dev.nacre.annotations.AdaptiveAvgPool2d;
import dev.nacre.annotations.AdaptiveMaxPool2d;
import dev.nacre.annotations.AvgPool1d;
import dev.nacre.annotations.AvgPool2d;
import dev.nacre.annotations.ChannelShuffle;
import dev.nacre.annotations.GlobalAvgPool;
import dev.nacre.annotations.GlobalMaxPool;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MaxPool1d;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Pad;
import dev.nacre.annotations.PixelShuffle;
import dev.nacre.annotations.PixelUnshuffle;
import dev.nacre.annotations.Upsample;

/** What PyTorch and ONNX compute with layers that pool and resample, declared. */
final class PoolingNetworks {
    private PoolingNetworks() {}

    @Network
    @In({3, 9})
    @AvgPool1d(kernel = 3, stride = 2, padding = 1)
    interface Avg1d {}

    @Network
    @In({3, 7, 7})
    @AvgPool2d(kernel = 2)
    interface Avg2 {}

    @Network
    @In({3, 7, 7})
    @AvgPool2d(kernel = 3, stride = 2, padding = 1)
    interface Avg3s2p1 {}

    @Network
    @In({3, 7, 7})
    @GlobalAvgPool(keep = true)
    interface GlobalAvg {}

    @Network
    @In({3, 7, 7})
    @AdaptiveAvgPool2d(1)
    interface AdaptiveAvg {}

    @Network
    @In({3, 7, 7})
    @GlobalMaxPool(keep = true)
    interface GlobalMax {}

    @Network
    @In({3, 7, 7})
    @AdaptiveMaxPool2d(1)
    interface AdaptiveMax {}

    @Network
    @In({3, 7, 7})
    @MaxPool2d(kernel = 2, ceil = true)
    interface Max2ceil {}

    @Network
    @In({3, 7, 7})
    @MaxPool2d(kernel = 3, stride = 2, padding = 1)
    interface Max3s2p1 {}

    @Network
    @In({1, 4, 4})
    @MaxPool2d(kernel = 2)
    interface MaxTies {}

    @Network
    @In({2, 3, 3})
    @Upsample(2)
    interface Upsample2 {}

    @Network
    @In({3, 32})
    @AvgPool1d(kernel = 2, stride = 1)
    interface Average1d {}

    @Network
    @In({1, 4, 4})
    @AvgPool2d(kernel = 3, stride = 2, ceil = true)
    interface AverageCeil {}

    @Network
    @In({1, 5, 5})
    @AvgPool2d(kernel = 5, stride = 1, padding = 2, countPadding = false)
    interface AveragePads {}

    @Network
    @In({1, 5, 5})
    @AvgPool2d(kernel = 5, stride = 1, padding = 2)
    interface AverageCounted {}

    @Network
    @In({3, 32, 32})
    @AvgPool2d(
            kernel = 2,
            stride = 1,
            padding = {1, 0, 1, 0},
            countPadding = false)
    interface AverageLower {}

    @Network
    @In({3, 32, 32})
    @AvgPool2d(kernel = 2, stride = 1, padding = AvgPool2d.SAME)
    interface AverageSame {}

    @Network
    @In({3, 5, 5})
    @GlobalAvgPool(keep = true)
    interface GlobalAverage {}

    @Network
    @In({1, 3, 3})
    @GlobalAvgPool(keep = true)
    interface GlobalAverage3 {}

    @Network
    @In({1, 3, 3})
    @GlobalMaxPool(keep = true)
    interface GlobalMax3 {}

    @Network
    @In({3, 32})
    @MaxPool1d(kernel = 2, stride = 1)
    interface Max1d {}

    @Network
    @In({1, 4, 4})
    @MaxPool2d(kernel = 3, stride = 2, ceil = true)
    interface MaxCeil {}

    @Network
    @In({3, 32, 32})
    @MaxPool2d(kernel = 2, stride = 1)
    interface MaxDefault {}

    @Network
    @In({1, 4, 4})
    @MaxPool2d(kernel = 2, stride = 1, dilation = 2)
    interface MaxDilations {}

    @Network
    @In({1, 5, 5})
    @MaxPool2d(kernel = 5, stride = 1, padding = 2)
    interface MaxPads {}

    @Network
    @In({1, 5, 5})
    @MaxPool2d(kernel = 3, stride = 2, padding = MaxPool2d.SAME)
    interface MaxSame {}

    @Network
    @In({1, 5, 5})
    @MaxPool2d(kernel = 2)
    interface MaxStrides {}

    @Network
    @In({3, 32, 32})
    @MaxPool2d(
            kernel = 2,
            stride = 1,
            padding = {1, 0, 1, 0})
    interface MaxLower {}

    @Network
    @In({3, 32, 32})
    @MaxPool2d(kernel = 2, stride = 1, padding = MaxPool2d.SAME)
    interface MaxUpper {}

    @Network
    @In({3, 32, 32})
    @MaxPool2d(kernel = 5, stride = 3)
    interface MaxFive {}

    @Network
    @In({16, 50})
    @MaxPool1d(kernel = 3, stride = 2)
    interface MaxLine {}

    @Network
    @In({3, 6})
    @AvgPool1d(kernel = 2)
    interface AverageLine {}

    @Network
    @In({3, 6, 6})
    @AvgPool2d(kernel = 2)
    interface AverageSix {}

    @Network
    @In({10, 4})
    @MaxPool1d(kernel = 4)
    interface MaxWhole {}

    @Network
    @In({3, 7, 7})
    @MaxPool2d(kernel = 3, stride = 2, padding = 1)
    interface MaxSeven {}

    @Network
    @In({8, 2, 3})
    @PixelShuffle(2)
    interface Crd {}

    @Network
    @In({8, 3, 3})
    @ChannelShuffle(4)
    @PixelShuffle(2)
    interface Dcr {}

    @Network
    @In({2, 6, 6})
    @PixelUnshuffle(2)
    @ChannelShuffle(2)
    interface SpaceToDepth {}

    @Network
    @In({1, 4, 6})
    @PixelUnshuffle(2)
    interface SpaceToDepthOne {}

    @Network
    @In({3, 8, 8})
    @Pad(
            value = {3, 4, 1, 2},
            mode = Pad.Mode.REFLECT)
    interface ReflectionPad {}

    @Network
    @In({3, 4, 4})
    @Pad(
            value = {3, 4, 1, 2},
            mode = Pad.Mode.REPLICATE)
    interface ReplicationPad {}

    @Network
    @In({3, 4, 4})
    @Pad(
            value = {3, 4, 1, 2},
            mode = Pad.Mode.CONSTANT)
    interface ZeroPad {}

    @Network
    @In({3, 4, 5})
    @Pad(
            value = {1, 2, 3, 4},
            constant = 1.2)
    interface ConstantPad {}
}
