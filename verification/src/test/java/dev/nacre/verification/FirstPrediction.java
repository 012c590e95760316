package dev.nacre.verification;

import dev.nacre.tensor.Tensor;
import java.nio.file.Path;

/** A program that wants one answer, for {@link FirstPredictionTest}. */
final class FirstPrediction {
    private FirstPrediction() {}

    /** @param arguments the file of weights */
    public static void main(String[] arguments) {
        FashionMlpPredictor predictor =
                FashionMlpNetwork.load(Path.of(arguments[0])).predictor();
        predictor.forward(Tensor.zeros(1, 1, 28, 28));
    }
}
