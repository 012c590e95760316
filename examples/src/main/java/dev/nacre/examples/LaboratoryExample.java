package dev.nacre.examples;

import dev.nacre.examples.laboratory.Laboratory;
import dev.nacre.examples.laboratory.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the laboratory on images of clothes, and writes its report. */
@Command(
        name = "laboratory",
        description = "Tries what the documents claim about dropout, and writes a report of it.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
public final class LaboratoryExample implements Callable<Integer> {
    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description =
                    "quick: two minutes on two cores; full: more images, epochs and seeds; tiny only shows that it runs",
            defaultValue = "quick")
    private Size size;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "four IDX files, gzipped or not (the whole set where Debian installed it, else a part of it)")
    private Path data;

    @Option(names = "--out", paramLabel = "FILE", description = "the report (target/laboratory.html)")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "of weights, masks and order", defaultValue = "1")
    private long seed;

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        System.exit(Launcher.run(new LaboratoryExample(), args));
    }

    @Override
    public Integer call() {
        Path file = out == null ? ExampleFolder.locate().resolve("target/laboratory.html") : out;
        requireWritable(file);
        FashionMnist images = data == null ? FashionMnist.find() : FashionMnist.read(data);
        String source = String.format(
                Locale.ROOT,
                "Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017), %,d training and %,d test images",
                images.training().size(),
                images.test().size());
        System.out.println("data: " + images.folder() + ", " + source);
        String report =
                new Laboratory(size, seed, System.out::println).report(images.training(), images.test(), source);
        try {
            Files.writeString(file, report);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + file + ": give another file with --out", e);
        }
        System.out.println("report: " + file);
        return 0;
    }

    /** Before the trainings: nobody wants to hear of it after them. */
    private static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalStateException("cannot write the report to " + file
                    + ": give a file in a folder that exists and can be written, with --out");
        }
    }
}
