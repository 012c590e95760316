package dev.nacre.benchmarks;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;

/** What a program does up to its first prediction with 784-256-256-10: weights from a file, a predictor, one image. */
final class StartupImage {
    private static final int PIXELS = 784;

    private StartupImage() {}

    /** @param arguments the file of weights */
    public static void main(String[] arguments) {
        FashionMlp_WithDropoutPredictor predictor =
                FashionMlp_WithDropoutNetwork.load(Path.of(arguments[0])).predictor();
        float[] pixels = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = i % 2 == 0 ? 0 : i % 256 / 255f;
        }
        Tensor logits = predictor.forward(Tensor.view(pixels, Shape.of(1, 1, 28, 28)));
        if (Float.isNaN(logits.get(0, 0))) {
            throw new IllegalStateException("no prediction");
        }
    }
}
