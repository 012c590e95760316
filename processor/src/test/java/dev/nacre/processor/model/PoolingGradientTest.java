package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of pooling and resampling layers, and the shapes that go out. */
class PoolingGradientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@MaxPool2d(kernel = 2) Tensor y(@In({2, 4, 5}) Tensor x);",
                "@MaxPool2d(kernel = 3, stride = 2, padding = 1) Tensor y(@In({2, 5, 4}) Tensor x);",
                "@MaxPool2d(kernel = {2, 3}, stride = 1, dilation = {2, 1}, padding = {1, 0, 0, 1}) Tensor y(@In({1, 5, 4}) Tensor x);",
                "@MaxPool2d(kernel = 3, padding = -1, stride = 1) @Tanh Tensor y(@In({1, 4, 4}) Tensor x);",
                "@MaxPool1d(kernel = 2, ceil = true) Tensor y(@In({2, 5}) Tensor x);",
                "@AvgPool2d(kernel = 2) Tensor y(@In({2, 4, 5}) Tensor x);",
                "@AvgPool2d(kernel = 3, stride = 2, padding = 1, ceil = true) Tensor y(@In({1, 4, 6}) Tensor x);",
                "@AvgPool2d(kernel = 3, stride = 2, padding = 1, countPadding = false) Tensor y(@In({1, 4, 5}) Tensor x);",
                "@AvgPool1d(kernel = 3, stride = 2, padding = -1) Tensor y(@In({2, 6}) Tensor x);",
                "@Abs @LpPool2d(kernel = 2) Tensor y(@In({2, 4, 5}) Tensor x);",
                "@Abs @LpPool2d(kernel = {2, 3}, stride = 2, norm = 3, ceil = true) Tensor y(@In({1, 4, 6}) Tensor x);",
                "@LpPool1d(kernel = 2, norm = 1, ceil = true) Tensor y(@In({2, 5}) Tensor x);",
                "@GlobalMaxPool Tensor y(@In({3, 4, 5}) Tensor x);",
                "@GlobalAvgPool @Dense(2) Tensor y(@In({3, 2, 2, 3}) Tensor x);",
                "@GlobalAvgPool(keep = true) @Conv2d(kernel = 1) Tensor y(@In({3, 4, 5}) Tensor x);",
                "@AdaptiveAvgPool2d({2, 3}) Tensor y(@In({2, 5, 4}) Tensor x);",
                "@AdaptiveMaxPool2d(3) Tensor y(@In({2, 4, 2}) Tensor x);",
                "@AdaptiveAvgPool1d(3) Tensor y(@In({2, 7}) Tensor x);",
                "@AdaptiveMaxPool1d(2) Tensor y(@In({2, 5}) Tensor x);",
                "@Pad({1, 2}) Tensor y(@In({2, 2, 3}) Tensor x);",
                "@Pad(value = {1, 0, 2, 1}, constant = 0.5) @Tanh Tensor y(@In({1, 3, 3}) Tensor x);",
                "@Pad(value = {2, 1}, mode = REFLECT) Tensor y(@In({2, 3}) Tensor x);",
                "@Pad(value = {2, 1, 0, 1}, mode = REFLECT) @Tanh Tensor y(@In({1, 3, 2}) Tensor x);",
                "@Pad(value = 3, mode = REPLICATE) Tensor y(@In({1, 2, 2}) Tensor x);",
                "@Pad({-1, -2}) @Tanh Tensor y(@In({2, 4, 5}) Tensor x);",
                "@Pad(value = {-1, 2, 1, -2}, constant = 0.5) @Tanh Tensor y(@In({1, 3, 4}) Tensor x);",
                "@Pad(value = {-2, 3}, mode = REFLECT) @Tanh Tensor y(@In({2, 4}) Tensor x);",
                "@Pad(value = {2, -1, -1, 2}, mode = REPLICATE) @Tanh Tensor y(@In({1, 3, 4}) Tensor x);",
                "@Upsample(2) Tensor y(@In({2, 2, 3}) Tensor x);",
                "@Upsample({1, 3}) Tensor y(@In({1, 3, 2}) Tensor x);",
                "@Upsample(value = 2, mode = BILINEAR) Tensor y(@In({2, 3, 2}) Tensor x);",
                "@Upsample(value = {3, 2}, mode = BILINEAR, alignCorners = true) Tensor y(@In({1, 2, 3}) Tensor x);",
                "@Upsample(value = 3, mode = LINEAR) Tensor y(@In({2, 4}) Tensor x);",
                "@PixelShuffle(2) Tensor y(@In({8, 2, 3}) Tensor x);",
                "@PixelUnshuffle(2) @Tanh Tensor y(@In({2, 4, 2}) Tensor x);",
                "@ChannelShuffle(3) Tensor y(@In({6, 2, 2}) Tensor x);",
                "@Conv2d(value = 4, kernel = 3, padding = 1) @ReLU @MaxPool2d(kernel = 2) @Flatten @Dense(2) Tensor y(@In({1, 6, 6}) Tensor x);",
                "@Conv2d(value = 4, kernel = 3, padding = 1) @SiLU @MaxPool2d(kernel = 2) @Flatten @Dense(2) Tensor y(@In({1, 6, 6}) Tensor x);",
                "@Conv2d(value = 4, kernel = 3, padding = 1) @ReLU @Dropout(0.3) @MaxPool2d(kernel = 2) @Flatten @Dense(2) Tensor y(@In({1, 6, 6}) Tensor x);",
                "@Conv2d(value = 4, kernel = 3, padding = 1) @Tanh Tensor h(@In({1, 6, 6}) Tensor x); @MaxPool2d(kernel = 3, stride = 2) @Flatten @Dense(2) Tensor y(Tensor h);",
                "@Conv2d(value = 2, kernel = 3, padding = 1) @ReLU @MaxPool2d(kernel = 2) @Flatten @Dense(2) Tensor y(@In({1, 4, 4}) Tensor x);"
            })
    void gradientsFollowFromTheForwardPass(String network) {
        GradientCheck.check(Built.of(network));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@MaxPool2d(kernel = 2)                              | {6, 28, 29} | 6x14x14",
                "@MaxPool2d(kernel = 3, stride = 2, padding = 1)     | {3, 7, 8}   | 3x4x4",
                "@MaxPool2d(kernel = 2, ceil = true)                 | {3, 7, 8}   | 3x4x4",
                "@MaxPool1d(kernel = 3, stride = 2, padding = -1)    | {3, 7}      | 3x4",
                "@AvgPool1d(kernel = 3)                              | {2, 9}      | 2x3",
                "@LpPool2d(kernel = {1, 2})                          | {2, 9, 9}   | 2x9x4",
                "@GlobalAvgPool                                      | {64, 7, 7}  | 64",
                "@GlobalMaxPool(keep = true)                         | {64, 7, 7}  | 64x1x1",
                "@AdaptiveAvgPool2d({2, 3})                          | {8, 7, 7}   | 8x2x3",
                "@Pad({1, 2, 3, 4})                                  | {8, 7, 7}   | 8x10x14",
                "@Pad({1, 2})                                        | {8, 7, 7}   | 8x9x11",
                "@Pad({1, 2})                                        | {8, 7}      | 8x10",
                "@Pad(-2)                                            | {8, 7, 6}   | 8x3x2",
                "@Pad({-1, 2, 3, -4})                                | {8, 7, 7}   | 8x8x6",
                "@Upsample({2, 3})                                   | {8, 7, 7}   | 8x14x21",
                "@PixelShuffle(2)                                    | {8, 7, 6}   | 2x14x12",
                "@PixelUnshuffle(3)                                  | {2, 6, 9}   | 18x2x3",
                "@ChannelShuffle(2)                                  | {8, 7}      | 8x7"
            })
    void shapes(String layer, String in, String out) {
        Graph graph = Built.of(layer + " Tensor y(@In(" + in + ") Tensor x);").graph();
        assertEquals(out, graph.outputs().get(0).value().shape().toString());
    }
}
