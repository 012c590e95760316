package dev.nacre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a first prediction costs after the start of a Java virtual machine: whole processes, in turns with an empty
 * program that is given the same options, so that a machine whose speed drifts is fair to both.
 */
public final class Startup {
    private static final int DEFAULT_RUNS = 21;
    private static final String[] VECTOR = {"--add-modules", "jdk.incubator.vector"};
    private static final String[] PLAIN = {};

    private Startup() {}

    /** @param arguments how often each program runs, 21 unless given; then options for all of them */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length == 0 ? DEFAULT_RUNS : Integer.parseInt(arguments[0]);
        List<String> options = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        Path image = Files.createTempFile("image", ".safetensors");
        Path flower = Files.createTempFile("flower", ".safetensors");
        try {
            FashionMlp_WithDropoutNetwork.create(1).save(image);
            SmallNetworkNetwork.create(1).save(flower);
            System.out.println("JDK " + Runtime.version().feature() + ", medians of " + runs + " processes, ms");
            System.out.println("| program | empty | to the first prediction | more |\n|---|---|---|---|");
            row("784-256-256-10, Vector API", StartupImage.class, image, VECTOR, options, runs);
            row("784-256-256-10, plain Java", StartupImage.class, image, PLAIN, options, runs);
            row("4-16-3, Vector API", StartupFlower.class, flower, VECTOR, options, runs);
            row("4-16-3, plain Java", StartupFlower.class, flower, PLAIN, options, runs);
        } finally {
            Files.delete(image);
            Files.delete(flower);
        }
    }

    private static void row(String name, Class<?> program, Path file, String[] modules, List<String> options, int runs)
            throws IOException, InterruptedException {
        double[] empty = new double[runs];
        double[] whole = new double[runs];
        double[] more = new double[runs];
        // The first pair fills the machine's file cache and is not counted.
        for (int run = -1; run < runs; run++) {
            double first = milliseconds(command(StartupNothing.class, file, modules, options));
            double second = milliseconds(command(program, file, modules, options));
            if (run >= 0) {
                empty[run] = first;
                whole[run] = second;
                more[run] = second - first;
            }
        }
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f |%n", name, median(empty), median(whole), median(more));
    }

    private static List<String> command(Class<?> program, Path file, String[] modules, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(modules));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("nacre.startup.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(program.getName(), file.toString()));
        return command;
    }

    private static double milliseconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("status " + status + " from " + String.join(" ", command));
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
