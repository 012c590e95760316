package dev.nacre.processor.errors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A file of declarations with mistakes, and what the processor must say about it. Its first line is a comment that says what
 * the case is about; the imports are put before it. A line with a mistake ends with {@code // wrong}, one word for each
 * mistake on it; types whose names begin with {@code Fine} have none.
 */
record Fixture(Path file) {
    static final Path FOLDER = Path.of("src/test/resources/errors");

    static final String IMPORTS = "import dev.nacre.annotations.*; import dev.nacre.network.Label; "
            + "import dev.nacre.network.Loss; import dev.nacre.network.SampleWeights; import dev.nacre.network.Target; "
            + "import dev.nacre.tensor.Tensor; ";

    private static final Pattern FINE_NETWORK = Pattern.compile(
            "@Network\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:abstract )?(?:interface|class|enum|record) (Fine\\w*)");

    /** A network without a mistake, compiled along with every fixture. */
    private static final JavaFileObject NEIGHBOUR = MemoryCompiler.source("FineNeighbour", IMPORTS + """
            @Network interface FineNeighbour {
                @Dense(3) @ReLU Tensor hidden(@In(4) Tensor image);
                @Dense(2) Tensor logits(Tensor hidden);
                @CrossEntropy Loss loss(Tensor logits, Label label);
            }
            """);

    static List<Fixture> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Fixture::new)
                    .toList();
        }
    }

    String name() {
        String fileName = file.getFileName().toString();
        return fileName.substring(0, fileName.length() - ".java".length());
    }

    Path expectedFile() {
        return file.resolveSibling(name() + ".expected");
    }

    MemoryCompiler.Outcome compile() throws IOException {
        JavaFileObject source = MemoryCompiler.source(name(), IMPORTS + Files.readString(file));
        return MemoryCompiler.compile(List.of(source, NEIGHBOUR));
    }

    /** @return for each mistake that the file says it has, the number of its line; ascending */
    List<Long> marked() throws IOException {
        List<Long> lines = new ArrayList<>();
        List<String> text = Files.readAllLines(file);
        for (int i = 1; i < text.size(); i++) {
            String comment = text.get(i).replaceFirst("^.*//|^.*$", "");
            long mistakes =
                    Stream.of(comment.split("\\W+")).filter("wrong"::equals).count();
            for (long mistake = 0; mistake < mistakes; mistake++) {
                lines.add(i + 1L);
            }
        }
        return lines;
    }

    /** @return the networks that the file says are fine */
    List<String> fineTypes() throws IOException {
        return FINE_NETWORK
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** @return what the compiler said, in the order of the lines, each text above the line and the column it points at */
    String transcript(MemoryCompiler.Outcome outcome) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Diagnostic<? extends JavaFileObject>> diagnostics = outcome.diagnostics().stream()
                .sorted(Comparator.<Diagnostic<?>>comparingLong(Diagnostic::getLineNumber)
                        .thenComparing(Diagnostic::getColumnNumber)
                        .thenComparing(diagnostic -> diagnostic.getMessage(Locale.ROOT)))
                .toList();
        StringBuilder transcript = new StringBuilder();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
            long line = diagnostic.getLineNumber();
            long column = diagnostic.getColumnNumber();
            transcript
                    .append(line)
                    .append(':')
                    .append(column)
                    .append(": ")
                    .append(kind)
                    .append(": ");
            // Newer versions of javac call them annotation interfaces.
            String text = diagnostic.getMessage(Locale.ROOT).replace("annotation interface", "annotation type");
            transcript.append(text).append('\n');
            if (line > 1 && line <= lines.size()) {
                transcript.append("| ").append(lines.get((int) line - 1)).append('\n');
                transcript.append("| ").append(" ".repeat((int) column - 1)).append("^\n");
            }
            transcript.append('\n');
        }
        return transcript.toString();
    }

    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + name();
    }
}
