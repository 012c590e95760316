package dev.nacre.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Measures what a first prediction costs after the start of a Java virtual machine: whole processes, in turns with an empty
 * program that is given the same options, so that a machine whose speed drifts is fair to both. With classes in folders and in jars.
 */
public final class Startup {
    private static final int DEFAULT_RUNS = 21;
    private static final String[] VECTOR = {"--add-modules", "jdk.incubator.vector"};
    private static final String[] PLAIN = {};

    private final Path folder;
    private final int runs;
    private final List<String> options;
    private final String folders;
    private final String jars;

    private Startup(Path folder, int runs, List<String> options) throws IOException {
        this.folder = folder;
        this.runs = runs;
        this.options = options;
        this.folders = System.getProperty("nacre.startup.path", System.getProperty("java.class.path"));
        this.jars = packed(folders);
    }

    /** @param arguments how often each program runs, 21 unless given; then options for all of them */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length == 0 ? DEFAULT_RUNS : Integer.parseInt(arguments[0]);
        List<String> options = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        Path folder = Files.createTempDirectory("startup");
        try {
            new Startup(folder, runs, options).table();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void table() throws IOException, InterruptedException {
        Path image = folder.resolve("image.safetensors");
        Path flower = folder.resolve("flower.safetensors");
        FashionMlp_WithDropoutNetwork.create(1).save(image);
        SmallNetworkNetwork.create(1).save(flower);
        System.out.println("JDK " + Runtime.version().feature() + ", medians of " + runs + " processes, ms");
        System.out.println(
                "| program | empty | to the first prediction | more | in jars: empty | to the first prediction | more |"
                        + "\n|---|---|---|---|---|---|---|");
        row("784-256-256-10, Vector API", StartupImage.class, image, VECTOR);
        row("784-256-256-10, plain Java", StartupImage.class, image, PLAIN);
        row("4-16-3, Vector API", StartupFlower.class, flower, VECTOR);
        row("4-16-3, plain Java", StartupFlower.class, flower, PLAIN);
    }

    /** A class path with a jar in place of each folder. */
    private String packed(String path) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                Path jar = folder.resolve(entries.size() + ".jar");
                pack(Path.of(entry), jar);
                entries.add(jar.toString());
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
    }

    private void row(String name, Class<?> program, Path file, String[] modules)
            throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s |%n",
                name,
                measured(program, file, modules, folders),
                measured(program, file, modules, jars));
    }

    private String measured(Class<?> program, Path file, String[] modules, String path)
            throws IOException, InterruptedException {
        double[] empty = new double[runs];
        double[] whole = new double[runs];
        double[] more = new double[runs];
        // The first pair fills the machine's file cache and is not counted.
        for (int run = -1; run < runs; run++) {
            double first = milliseconds(command(StartupNothing.class, file, modules, path));
            double second = milliseconds(command(program, file, modules, path));
            if (run >= 0) {
                empty[run] = first;
                whole[run] = second;
                more[run] = second - first;
            }
        }
        return String.format(Locale.ROOT, "%.1f | %.1f | %.1f", median(empty), median(whole), median(more));
    }

    private List<String> command(Class<?> program, Path file, String[] modules, String path) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(modules));
        command.addAll(options);
        command.addAll(List.of("-cp", path));
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
