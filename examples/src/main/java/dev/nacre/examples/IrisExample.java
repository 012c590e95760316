package dev.nacre.examples;

import dev.nacre.data.Csv;
import dev.nacre.data.Dataset;
import dev.nacre.data.Split;
import dev.nacre.optimizer.Adam;
import dev.nacre.training.Evaluation;
import dev.nacre.training.Evaluator;
import dev.nacre.training.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains {@link IrisClassifier} on Fisher's flowers, and asks it for the species of a new one. */
@Command(
        name = "iris",
        description = "Trains a classifier of flowers: records in, enums out.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class IrisExample implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "FILE", description = "the flowers as CSV (those of the examples)")
    private Path data;

    @Option(names = "--epochs", paramLabel = "N", description = "how often to go over the flowers", defaultValue = "60")
    private int epochs;

    @Option(names = "--seed", paramLabel = "N", description = "of weights, dropout and order", defaultValue = "42")
    private long seed;

    /** A flower whose species is known. */
    record Known(Flower flower, Species species) {}

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        System.exit(Launcher.run(new IrisExample(), args));
    }

    @Override
    public Integer call() {
        List<Known> flowers = read(data == null ? ExampleFolder.locate().resolve("data/iris/iris.csv") : data);
        Split parts = dataset(flowers).split(0.8, seed);

        IrisClassifierNetwork network = IrisClassifierNetwork.create(seed);
        Trainer.of(network, Adam.of(0.01f).over(network.parameters()))
                .batchSize(16)
                .epochs(epochs)
                .seed(seed)
                .fit(parts.first());

        Evaluation test = Evaluator.of(network).evaluate(parts.second());
        System.out.printf(Locale.ROOT, "accuracy on %d new flowers: %.3f%n", test.samples(), test.accuracy());
        Flower flower = new Flower(5.1f, 3.5f, 1.4f, 0.2f);
        System.out.println(flower + " is " + network.predictor().predict(flower));
        return 0;
    }

    static List<Known> read(Path file) {
        return Csv.read(file)
                .records(row -> new Known(
                        new Flower(
                                row.number("sepalLength"),
                                row.number("sepalWidth"),
                                row.number("petalLength"),
                                row.number("petalWidth")),
                        row.constant("species", Species.class)));
    }

    private static Dataset dataset(List<Known> flowers) {
        return Dataset.of(
                IrisClassifierNetwork.encode(flowers.stream().map(Known::flower).toArray(Flower[]::new)),
                flowers.stream().map(Known::species).toArray(Species[]::new));
    }
}
