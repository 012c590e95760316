package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of convolutions over strides, paddings, dilations, groups and odd sizes, and the shapes that go out. */
class ConvolutionGradientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Conv2d(value = 2, kernel = 3) Tensor y(@In({1, 4, 5}) Tensor x);",
                "@Conv2d(value = 3, kernel = 2, stride = 2) @Tanh Tensor y(@In({2, 5, 4}) Tensor x);",
                "@Conv2d(value = 2, kernel = 3, padding = 1, bias = false) @ReLU Tensor y(@In({2, 3, 3}) Tensor x);",
                "@Conv2d(value = 2, kernel = {1, 3}, stride = {2, 1}, padding = {0, 2}) Tensor y(@In({1, 3, 4}) Tensor x);",
                "@Conv2d(value = 2, kernel = 2, dilation = 2, padding = {1, 0, 2, 1}) Tensor y(@In({1, 3, 4}) Tensor x);",
                "@Conv2d(value = 4, kernel = 3, padding = 1, groups = 2) @Tanh Tensor y(@In({2, 3, 3}) Tensor x);",
                "@Conv2d(value = 4, kernel = 2, groups = -1) Tensor y(@In({2, 3, 3}) Tensor x);",
                "@Conv2d(kernel = 2, padding = -1) Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Conv2d(value = 2, kernel = 1, stride = 2) @Tanh @Dropout(0.5) Tensor y(@In({1, 4, 5}) Tensor x);",
                "@Conv2d(value = 2, kernel = 3, stride = 3, padding = 2, dilation = 2) Tensor y(@In({1, 6, 5}) Tensor x);",
                "@Conv2d(value = 2, kernel = 3) @BatchNorm @ReLU @Conv2d(value = 1, kernel = 2) Tensor y(@In({1, 5, 5}) Tensor x);",
                "@Conv1d(value = 2, kernel = 3) @Tanh Tensor y(@In({2, 6}) Tensor x);",
                "@Conv1d(value = 2, kernel = 2, stride = 2, padding = {1, 0}, dilation = 2) Tensor y(@In({1, 7}) Tensor x);",
                "@Conv1d(value = 4, kernel = 3, groups = 2, padding = -1) Tensor y(@In({2, 4}) Tensor x);",
                "@ConvTranspose2d(value = 2, kernel = 3) Tensor y(@In({1, 2, 3}) Tensor x);",
                "@ConvTranspose2d(value = 2, kernel = 3, stride = 2, padding = 1, outputPadding = 1) @Tanh Tensor y(@In({2, 2, 3}) Tensor x);",
                "@ConvTranspose2d(value = 4, kernel = 2, stride = {2, 3}, groups = 2, bias = false) Tensor y(@In({2, 2, 2}) Tensor x);",
                "@ConvTranspose2d(value = 2, kernel = 2, dilation = 2, padding = {1, 0}) Tensor y(@In({1, 3, 2}) Tensor x);",
                "@ConvTranspose1d(value = 2, kernel = 3, stride = 2, outputPadding = 1) @Tanh Tensor y(@In({1, 3}) Tensor x);",
                "@ConvTranspose1d(kernel = 1, stride = 3) Tensor y(@In({2, 2}) Tensor x);",
                "@ConvTranspose1d(value = 2, kernel = 2, dilation = 3, outputPadding = 2) @Tanh Tensor y(@In({1, 3}) Tensor x);",
                "@ConvTranspose2d(value = 2, kernel = 2, dilation = {3, 1}, stride = {2, 3}, padding = {0, 1}, outputPadding = {2, 1}) Tensor y(@In({1, 3, 2}) Tensor x);",
                "@Conv2d(value = 2, kernel = 2) @DropConnect(0.3) @Tanh Tensor y(@In({2, 3, 4}) Tensor x);",
                "@ConvTranspose2d(value = 2, kernel = 2, stride = 2) @DropConnect(0.3) @ReLU Tensor y(@In({2, 3, 2}) Tensor x);",
                "@Conv2d(value = 2, kernel = 2) @SpatialDropout(0.4) Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Conv2d(value = 2, kernel = 2) @ReLU @DropBlock(value = 0.3, blockSize = 2) Tensor y(@In({1, 4, 5}) Tensor x);",
                "@Conv1d(value = 2, kernel = 2) @Tanh @DropPath(0.4) Tensor y(@In({2, 5}) Tensor x);",
                "@Conv2d(value = 2, kernel = 2) @L2(0.1) @Tanh @Conv2d(value = 1, kernel = 1) @Frozen Tensor y(@In({2, 2, 4}) Tensor x);"
            })
    void gradientsFollowFromTheForwardPass(String network) {
        GradientCheck.check(Built.of(network));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Conv2d(value = 6, kernel = 5, padding = 2)                                | {1, 28, 28} | 6x28x28",
                "@Conv2d(value = 8, kernel = 3, stride = 2, padding = 1)                    | {3, 7, 8}   | 8x4x4",
                "@Conv2d(kernel = 4, stride = 3, padding = -1)                     | {2, 10, 11} | 2x4x4",
                "@Conv2d(value = 1, kernel = {3, 2}, dilation = {2, 1})                     | {1, 5, 5}   | 1x1x4",
                "@Conv1d(value = 4, kernel = 3, padding = {2, 0})                           | {2, 9}      | 4x9",
                "@ConvTranspose2d(value = 3, kernel = 4, stride = 2, padding = 1)           | {8, 7, 7}   | 3x14x14",
                "@ConvTranspose2d(value = 3, kernel = 3, stride = 2, outputPadding = {1, 0}) | {8, 7, 7}   | 3x16x15",
                "@ConvTranspose1d(value = 3, kernel = 3, dilation = 2)                      | {8, 7}      | 3x11",
                "@ConvTranspose1d(value = 3, kernel = 3, dilation = 4, outputPadding = 3)   | {8, 7}      | 3x18"
            })
    void shapes(String layer, String in, String out) {
        Graph graph = Built.of(layer + " Tensor y(@In(" + in + ") Tensor x);").graph();
        assertEquals(out, graph.outputs().get(0).value().shape().toString());
    }
}
