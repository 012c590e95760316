package dev.nacre.verification.conformance;

import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Convolution;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Window;
import dev.nacre.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Winograd's way of convolving against PyTorch and ONNX. Networks choose it from more channels on than these cases have, so that the
 * kernels are asked themselves.
 */
class WinogradConformanceTest {
    @ParameterizedTest
    @CsvSource({"conv/pad1, 1", "conv/nobias, 0", "conv/same, 1"})
    void followsPyTorch(String name, int padding) {
        Vectors vectors = Vectors.pytorch(name);
        Tensor x = vectors.tensor("in.x");
        Tensor w = vectors.tensor("param.weight");
        Convolution of = convolution(x.shape(), w.shape(), padding);
        int samples = x.shape()[0];
        Kernels kernels = Kernels.get();
        float[] b = vectors.has("param.bias") ? vectors.tensor("param.bias").toArray() : null;
        float[] y = new float[vectors.tensor("out.y").toArray().length];
        kernels.conv(x.toArray(), w.toArray(), b, y, samples, of, Activation.IDENTITY);
        vectors.assertPyTorch("out.y", y);
        kernels.conv(x.toArray(), kernels.pack(w.toArray(), of), b, y, samples, of, Activation.IDENTITY);
        vectors.assertPyTorch("out.y", y);
        float[] up = vectors.tensor("up.y").toArray();
        float[] dx = new float[x.toArray().length];
        kernels.convInputGradient(up, w.toArray(), dx, samples, of);
        vectors.assertPyTorch("grad.in.x", dx);
        float[] dw = new float[w.toArray().length];
        kernels.convWeightGradient(up, x.toArray(), dw, samples, of, false);
        vectors.assertPyTorch("grad.weight", dw);
    }

    @ParameterizedTest
    @CsvSource({"node/basic_conv_with_padding, 1", "node/basic_conv_without_padding, 0"})
    void followsOnnx(String name, int padding) {
        Vectors vectors = Vectors.onnx(name);
        Tensor x = vectors.tensor("in.x");
        Tensor w = vectors.tensor("in.W");
        Convolution of = convolution(x.shape(), w.shape(), padding);
        float[] y = new float[vectors.tensor("out.y").toArray().length];
        Kernels.get().conv(x.toArray(), w.toArray(), null, y, x.shape()[0], of, Activation.IDENTITY);
        vectors.assertOnnx("out.y", y);
    }

    private static Convolution convolution(int[] x, int[] w, int padding) {
        Window window = Window.over(x[2], x[3]).kernel(3, 3).padding(padding, padding, padding, padding);
        return Convolution.of(w[1], w[0], 1, window).winograd();
    }
}
