package dev.nacre.processor.source;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Processor;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Compiles sources with the compiler of Eclipse. */
public final class Ecj {
    private final Path folder;
    private final List<Path> classPath = new ArrayList<>();
    private String output = "";

    /** @param folder where sources, classes and generated sources go */
    public Ecj(Path folder) {
        this.folder = folder;
    }

    Ecj onClassPath(Path library) {
        classPath.add(library);
        return this;
    }

    /** @return what {@link RecordingProcessor} read; {@link #output()} has what the compiler said */
    Recorder compile(String... sources) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String source : sources) {
            Path file = folder.resolve("src").resolve(Javac.fileName(source));
            Files.createDirectories(file.getParent());
            Files.writeString(file, Javac.withImports(source));
            arguments.add(file.toString());
        }
        RecordingProcessor.last = null;
        run(arguments, RecordingProcessor.class);
        if (RecordingProcessor.last == null) {
            throw new AssertionError("the processor did not run: " + output);
        }
        return RecordingProcessor.last;
    }

    /**
     * Compiles source files with a processor.
     *
     * @return the folder of the generated sources; {@link #errors()} has what the compiler said
     */
    public Path generate(Class<? extends Processor> processor, List<Path> sources) throws IOException {
        run(new ArrayList<>(sources.stream().map(Path::toString).toList()), processor);
        return folder.resolve("generated");
    }

    private void run(List<String> arguments, Class<? extends Processor> processor) throws IOException {
        String inherited = System.getProperty("java.class.path");
        String separator = System.getProperty("path.separator");
        StringBuilder path = new StringBuilder(inherited);
        classPath.forEach(library -> path.append(separator).append(library));
        arguments.addAll(
                List.of("-17", "-warn:none", "-d", folder.resolve("classes").toString(), "-cp", path.toString()));
        // Without this the generated sources go to the working directory.
        arguments.addAll(List.of(
                "-s", Files.createDirectories(folder.resolve("generated")).toString()));
        arguments.addAll(List.of("-processorpath", inherited, "-processor", processor.getName()));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        BatchCompiler.compile(arguments.toArray(String[]::new), writer, writer, null);
        output = said.toString();
    }

    /** @return everything that the compiler printed */
    public String output() {
        return output;
    }

    /** @return the lines with errors of the compilation, line number first: {@code 3 text} */
    public List<String> errors() {
        List<String> lines = Arrays.asList(output.split("\\R"));
        List<String> errors = new ArrayList<>();
        for (int i = 0; i + 3 < lines.size(); i++) {
            if (lines.get(i).matches("\\d+\\. ERROR in .*")) {
                errors.add(lines.get(i).replaceFirst(".*\\(at line (\\d+)\\)", "$1") + " " + lines.get(i + 3));
            }
        }
        return errors;
    }
}
