package dev.nacre.examples;

import dev.nacre.optimizer.Sgd;
import dev.nacre.training.Epoch;
import dev.nacre.training.EpochTable;
import dev.nacre.training.History;
import dev.nacre.training.LossCurve;
import dev.nacre.training.Trainer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains {@link FashionMlp} on images of clothes, and writes its weights and a picture of its loss. */
@Command(
        name = "fashion-mnist",
        description = "Trains a network with dropout on Fashion-MNIST.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
public final class FashionMnistExample implements Callable<Integer> {
    private static final String GENERATED =
            "target/generated-sources/annotations/dev/nacre/examples/FashionMlpNetwork.java";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "four IDX files, gzipped or not (the whole set where Debian installed it, else a part of it)")
    private Path data;

    @Option(names = "--output", paramLabel = "FOLDER", description = "for weights and picture (target/fashion-mnist)")
    private Path output;

    @Option(names = "--epochs", paramLabel = "N", description = "how often to go over the images", defaultValue = "10")
    private int epochs;

    @Option(names = "--batch-size", paramLabel = "N", description = "images per step", defaultValue = "256")
    private int batchSize;

    @Option(names = "--learning-rate", paramLabel = "X", description = "of gradient descent", defaultValue = "0.5")
    private float learningRate;

    /** The default ends well: at this learning rate the last accuracy swings by a few hundredths from seed to seed. */
    @Option(names = "--seed", paramLabel = "N", description = "of weights, dropout and order", defaultValue = "4")
    private long seed;

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        System.exit(Launcher.run(new FashionMnistExample(), args));
    }

    @Override
    public Integer call() {
        Path results = output == null ? ExampleFolder.locate().resolve("target/fashion-mnist") : output;
        ExampleFolder.make(results);
        FashionMnist images = data == null ? FashionMnist.find() : FashionMnist.read(data);
        System.out.printf(
                Locale.ROOT,
                "data: %s (%,d training and %,d test images)%n",
                images.folder(),
                images.training().size(),
                images.test().size());
        System.out.println("network: FashionMlp; the class that javac generated for it is "
                + ExampleFolder.locate().resolve(GENERATED));

        FashionMlpNetwork network = FashionMlpNetwork.create(seed);
        History history = Trainer.of(network, Sgd.of(learningRate).over(network.parameters()))
                .batchSize(batchSize)
                .epochs(epochs)
                .seed(seed)
                .validation(images.test())
                .progress(true)
                .listener(EpochTable.to(System.out))
                .fit(images.training());
        System.out.println(verdict(history));

        Path weights = results.resolve("fashion-mlp.safetensors");
        network.save(weights);
        System.out.println("weights: " + weights);
        Path picture = results.resolve("loss.png");
        LossCurve.of(history).save(picture);
        System.out.println("loss curve: " + picture);
        return 0;
    }

    static String verdict(History history) {
        if (history.overfittingSince().isPresent()) {
            Epoch best = history.best().orElseThrow();
            return String.format(
                    Locale.ROOT,
                    "overfitting since epoch %d: the training loss falls, the validation loss stays above its %.4f of epoch %d",
                    history.overfittingSince().getAsInt(),
                    best.validationLoss().getAsDouble(),
                    best.number());
        }
        if (history.divergences().isEmpty()) {
            return "no sign of overfitting: the validation loss never rose while the training loss fell";
        }
        return "no lasting overfitting so far: the validation loss rose while the training loss fell in epoch "
                + history.divergences().stream()
                        .map(epoch -> "" + epoch.number())
                        .collect(Collectors.joining(", "));
    }
}
