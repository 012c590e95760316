package dev.nacre.examples;

import dev.nacre.data.Augmentation;
import dev.nacre.data.Dataset;
import dev.nacre.data.Normalization;
import dev.nacre.examples.images.Answers;
import dev.nacre.examples.images.Clothes;
import dev.nacre.examples.images.Report;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Schedule;
import dev.nacre.optimizer.Sgd;
import dev.nacre.training.EpochTable;
import dev.nacre.training.Evaluation;
import dev.nacre.training.History;
import dev.nacre.training.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Trains a convolutional network on images of clothes, and writes its weights and a page about what it learned. */
@Command(mixinStandardHelpOptions = true, showDefaultValues = true, sortOptions = false)
abstract class ImageExample implements Callable<Integer> {
    private static final double MOMENTUM = 0.9;

    private final String name;
    private final Augmentation augmentation;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "four IDX files, gzipped or not (the whole set where Debian installed it, else a part of it)")
    private Path data;

    @Option(names = "--output", paramLabel = "FOLDER", description = "for weights and report (target/<example>)")
    private Path output;

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "train on the first N images only (all)",
            showDefaultValue = Visibility.NEVER)
    private int images = Integer.MAX_VALUE;

    @Option(names = "--epochs", paramLabel = "N", description = "how often to go over the images")
    private int epochs;

    @Option(names = "--batch-size", paramLabel = "N", description = "images per step", defaultValue = "128")
    private int batchSize;

    @Option(names = "--learning-rate", paramLabel = "X", description = "the greatest of the one cycle")
    private float learningRate;

    @Option(names = "--weight-decay", paramLabel = "X", description = "of all weights", defaultValue = "5e-4")
    private double weightDecay;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of weights, dropout, order and augmentation",
            defaultValue = "1")
    private long seed;

    /**
     * @param name of the network, by which its files are called
     * @param epochs unless others are asked for
     * @param learningRate unless another is asked for
     * @param augmentation what chance does to the training images
     */
    ImageExample(String name, int epochs, float learningRate, Augmentation augmentation) {
        this.name = name;
        this.epochs = epochs;
        this.learningRate = learningRate;
        this.augmentation = augmentation;
    }

    abstract Network network(long seed);

    @Override
    public final Integer call() {
        String folder = name.toLowerCase(Locale.ROOT);
        Path results = output == null ? ExampleFolder.locate().resolve("target").resolve(folder) : output;
        ExampleFolder.make(results);
        FashionMnist clothes = data == null ? FashionMnist.find() : FashionMnist.read(data);
        Dataset chosen = clothes.training().take(Math.max(0, images));
        System.out.printf(
                Locale.ROOT,
                "data: %s (%,d training and %,d test images)%n",
                clothes.folder(),
                chosen.size(),
                clothes.test().size());
        Network network = network(seed);
        long weights = network.parameters().stream()
                .mapToLong(p -> p.value().elements())
                .sum();
        System.out.printf(Locale.ROOT, "network: %s, %,d weights%n", name, weights);

        Normalization measured = Normalization.measure(chosen);
        Dataset training = chosen.normalized(measured).augmented(augmentation);
        Dataset test = clothes.test().normalized(measured);
        long start = System.nanoTime();
        History history = Trainer.of(network, optimizer(network, chosen.size()))
                .batchSize(batchSize)
                .epochs(epochs)
                .seed(seed)
                .dropLast(chosen.size() > batchSize) // BatchNorm has little to say of a few
                .validation(test)
                .progress(true)
                .listener(EpochTable.to(System.out))
                .fit(training);
        double seconds = (System.nanoTime() - start) / 1e9;
        Evaluation last = history.last().validation().orElseThrow();
        String verdict = String.format(
                Locale.ROOT,
                "test accuracy %.4f after %d epochs in %.0f seconds",
                last.accuracy(),
                history.epochs().size(),
                seconds);
        System.out.println(verdict);

        Path file = results.resolve(folder + ".safetensors");
        network.save(file);
        System.out.println("weights: " + file);
        Answers answers = Answers.of(network, test, Clothes.NAMES);
        Path page = results.resolve("report.html");
        write(page, new Report(name, history, answers, clothes.test()).html(recipe(chosen.size(), weights)));
        System.out.println("report: " + page);
        return 0;
    }

    private Optimizer optimizer(Network network, int samples) {
        long steps = (long) epochs * Math.max(1, samples / Math.max(1, batchSize));
        Sgd sgd = Sgd.of(learningRate).momentum(MOMENTUM).nesterov().weightDecay(weightDecay);
        return (steps < 2 ? sgd : sgd.schedule(Schedule.oneCycle(steps))).over(network.parameters());
    }

    private String recipe(int samples, long weights) {
        return String.format(
                Locale.ROOT,
                "%,d weights, %,d training images, %d epochs in batches of %d: gradient descent with Nesterov’s momentum %s,"
                        + " one cycle of the learning rate up to %s, weight decay %s, seed %d.",
                weights,
                samples,
                epochs,
                batchSize,
                MOMENTUM,
                learningRate,
                BigDecimal.valueOf(weightDecay).toPlainString(),
                seed);
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the report to " + file + ": give another folder with --output", e);
        }
    }
}
