package dev.nacre.verification.conformance;

import dev.nacre.annotations.Conv1d;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.ConvTranspose2d;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;

/** The convolutions of PyTorch's and ONNX's cases, declared. */
final class ConvolutionNetworks {
    private ConvolutionNetworks() {}

    // PyTorch

    @Network
    @In({2, 8})
    @Conv1d(
            value = 3,
            kernel = 3,
            dilation = 2,
            padding = {4, 0})
    interface Causal {}

    @Network
    @In({4, 9})
    @Conv1d(kernel = 3, groups = Conv1d.DEPTHWISE, padding = 1)
    interface Depthwise1d {}

    @Network
    @In({3, 17})
    @Conv1d(value = 4, kernel = 3, stride = 2, dilation = 2, padding = 3)
    interface StrideDilation1d {}

    @Network
    @In({4, 11, 10})
    @Conv2d(
            value = 6,
            kernel = {3, 2},
            stride = {2, 1},
            padding = {2, 1},
            dilation = {1, 2},
            groups = 2)
    interface AllOptions {}

    @Network
    @In({4, 6, 6})
    @Conv2d(kernel = 3, groups = Conv2d.DEPTHWISE, padding = 1)
    interface Depthwise {}

    @Network
    @In({3, 5, 5})
    @Conv2d(value = 6, kernel = 3, groups = Conv2d.DEPTHWISE)
    interface DepthwiseTwice {}

    @Network
    @In({2, 9, 9})
    @Conv2d(value = 3, kernel = 3, dilation = 2, padding = 2)
    interface Dilation {}

    @Network
    @In({5, 4, 4})
    @Conv2d(value = 7, kernel = 1)
    interface Pointwise {}

    @Network
    @In({3, 12, 12})
    @Conv2d(value = 8, kernel = 5, padding = 2)
    interface Kernel5 {}

    @Network
    @In({2, 5, 5})
    @Conv2d(value = 3, kernel = 3, bias = false)
    interface NoBias {}

    @Network
    @In({3, 7, 6})
    @Conv2d(value = 4, kernel = 3, padding = 1)
    interface Padding {}

    @Network
    @In({2, 9, 8})
    @Conv2d(
            value = 3,
            kernel = {2, 3},
            stride = {3, 2},
            padding = {0, 1})
    interface RectangularStride {}

    @Network
    @In({2, 7, 7})
    @Conv2d(value = 3, kernel = 3, padding = Conv2d.SAME)
    interface Same {}

    @Network
    @In({2, 7, 7})
    @Conv2d(value = 3, kernel = 4, padding = Conv2d.SAME)
    interface SameEven {}

    @Network
    @In({3, 8, 7})
    @Conv2d(value = 4, kernel = 3, stride = 2)
    interface Stride {}

    @Network
    @In({3, 4, 4})
    @ConvTranspose2d(value = 4, kernel = 3)
    interface Transposed {}

    @Network
    @In({3, 4, 4})
    @ConvTranspose2d(value = 4, kernel = 3, dilation = 2)
    interface TransposedDilation {}

    @Network
    @In({4, 3, 3})
    @ConvTranspose2d(value = 4, kernel = 3, stride = 2, groups = 2)
    interface TransposedGroups {}

    @Network
    @In({3, 4, 4})
    @ConvTranspose2d(value = 4, kernel = 3, stride = 2, padding = 1, outputPadding = 1)
    interface TransposedStride {}

    // ONNX

    @Network
    @In({1, 5, 5})
    @Conv2d(value = 1, kernel = 3, padding = 1, bias = false)
    interface OnnxPadding {}

    @Network
    @In({1, 5, 5})
    @Conv2d(value = 1, kernel = 3, bias = false)
    interface OnnxPlain {}

    @Network
    @In({1, 5, 5})
    @Conv2d(
            value = 1,
            kernel = 3,
            stride = 2,
            padding = {1, 1, 1, 1},
            bias = false)
    interface OnnxSameLower {}

    @Network
    @In({1, 7, 5})
    @Conv2d(
            value = 1,
            kernel = 3,
            stride = 2,
            padding = {1, 1, 0, 0},
            bias = false)
    interface OnnxUneven {}

    @Network
    @In({1, 7, 5})
    @Conv2d(value = 1, kernel = 3, stride = 2, padding = 1, bias = false)
    interface OnnxStridePadding {}

    @Network
    @In({4, 10})
    @Conv1d(value = 5, kernel = 3)
    interface Onnx1d {}

    @Network
    @In({4, 10})
    @Conv1d(value = 5, kernel = 3, dilation = 2)
    interface Onnx1dDilated {}

    @Network
    @In({4, 10})
    @Conv1d(value = 5, kernel = 3, padding = 1)
    interface Onnx1dPadding {}

    @Network
    @In({4, 1})
    @Conv1d(kernel = 3, padding = 1)
    interface Onnx1dSize1 {}

    @Network
    @In({4, 1})
    @Conv1d(kernel = 5, padding = 2)
    interface Onnx1dKernel5Size1 {}

    @Network
    @In({4, 6, 6})
    @Conv2d(kernel = 3, padding = 1, groups = Conv2d.DEPTHWISE)
    interface OnnxDepthwise {}

    @Network
    @In({4, 6, 6})
    @Conv2d(kernel = 3, stride = 2, groups = Conv2d.DEPTHWISE)
    interface OnnxDepthwiseStride {}

    @Network
    @In({4, 6, 6})
    @Conv2d(value = 8, kernel = 3, groups = Conv2d.DEPTHWISE)
    interface OnnxDepthwiseTwice {}

    @Network
    @In({4, 6, 5})
    @Conv2d(
            value = 6,
            kernel = {3, 2},
            groups = 2)
    interface OnnxGroups {}

    @Network
    @In({3, 6, 6})
    @Conv2d(value = 4, kernel = 3, stride = 2, padding = 1)
    interface OnnxStride2Padding {}

    @Network
    @In({3, 6, 6})
    @Conv2d(value = 4, kernel = 3, stride = 2)
    interface OnnxStride2 {}

    @Network
    @In({1, 3, 3})
    @ConvTranspose2d(value = 2, kernel = 3, bias = false)
    interface OnnxTransposed {}

    @Network
    @In({1, 3, 3})
    @ConvTranspose2d(
            value = 2,
            kernel = 3,
            stride = 2,
            padding = {0, 1, 0, 1},
            bias = false)
    interface OnnxTransposedSame {}

    @Network
    @In({1, 3, 3})
    @ConvTranspose2d(value = 1, kernel = 2, dilation = 2, bias = false)
    interface OnnxTransposedDilated {}

    @Network
    @In({1, 3, 3})
    @ConvTranspose2d(
            value = 2,
            kernel = 3,
            stride = {3, 2},
            outputPadding = 1,
            bias = false)
    interface OnnxTransposedShape {}

    @Network
    @In({3, 7, 6})
    @ConvTranspose2d(
            value = 4,
            kernel = 3,
            stride = {3, 2},
            padding = 1,
            outputPadding = 1)
    interface OnnxTransposedStride {}
}
