package dev.nacre.benchmarks;

import java.nio.file.Path;

/** What a program does up to its first prediction with 4-16-3: weights from a file, a predictor, one record. */
final class StartupFlower {
    private StartupFlower() {}

    /** @param arguments the file of weights */
    public static void main(String[] arguments) {
        SmallNetworkPredictor predictor =
                SmallNetworkNetwork.load(Path.of(arguments[0])).predictor();
        SmallNetwork.Species species = predictor.predict(new SmallNetwork.Flower(5, 3, 1.5f, 0.2f));
        if (species == null) {
            throw new IllegalStateException("no prediction");
        }
    }
}
