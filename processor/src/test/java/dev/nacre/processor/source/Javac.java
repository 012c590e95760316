package dev.nacre.processor.source;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.nacre.processor.NacreProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources with javac and a recording back end. */
final class Javac {
    private static final Pattern TYPE = Pattern.compile("(?m)^(?! )[^/\\n]*?\\b(?:class|interface|enum|record) (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    final Recorder recorder = new Recorder();
    private final List<Processor> processors = new ArrayList<>(List.of(new NacreProcessor(recorder)));
    private final List<File> classPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing,-options"));

    /** Adds another processor ahead of ours, which claims its annotations and may leave none. */
    Javac with(Processor processor) {
        processors.add(0, processor);
        return this;
    }

    Javac onClassPath(Path folder) {
        classPath.add(folder.toFile());
        return this;
    }

    Javac option(String option) {
        options.add(option);
        return this;
    }

    /** Compiles; each source is named after its first type, and imports the language if it has no import of its own. */
    Compilation compile(String... sources) {
        Compiler compiler = Compiler.javac().withProcessors(processors).withOptions(options);
        if (!classPath.isEmpty()) {
            Stream<File> inherited = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new);
            compiler = compiler.withClasspath(ImmutableList.copyOf(
                    Stream.concat(classPath.stream(), inherited).toList()));
        }
        return compiler.compile(Arrays.stream(sources).map(Javac::file).toList());
    }

    /** Compiles and expects no diagnostics at all. */
    Recorder read(String... sources) {
        Compilation compilation = compile(sources);
        if (!compilation.diagnostics().isEmpty() || compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.diagnostics());
        }
        return recorder;
    }

    /** Compiles and expects errors. */
    List<String> errors(String... sources) {
        Compilation compilation = compile(sources);
        if (compilation.status() != Compilation.Status.FAILURE) {
            throw new AssertionError("compiled without errors");
        }
        return diagnostics(compilation);
    }

    /** @return every diagnostic as {@code File.java:line:column: text} */
    static List<String> diagnostics(Compilation compilation) {
        return compilation.diagnostics().stream().map(Javac::text).toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        if (diagnostic.getSource() == null) {
            return message;
        }
        String file = Path.of(diagnostic.getSource().getName()).getFileName().toString();
        return file + ":" + diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + ": " + message;
    }

    /** Writes the class files of a compilation. */
    static void write(Compilation compilation, Path folder) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                continue;
            }
            String path = file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", "");
            Path target = folder.resolve(path);
            Files.createDirectories(target.getParent());
            try (InputStream content = file.openInputStream()) {
                Files.copy(content, target);
            }
        }
    }

    static String fileName(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + source);
        }
        Matcher inPackage = PACKAGE.matcher(source);
        String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        return folder + type.group(1) + ".java";
    }

    /** @return the source with the imports of the language on its first line, so that line numbers stay */
    static String withImports(String source) {
        if (source.contains("import ")) {
            return source;
        }
        String imports = "import dev.nacre.annotations.*; import dev.nacre.network.Loss;"
                + " import dev.nacre.network.Label; import dev.nacre.network.Target; import dev.nacre.tensor.Tensor;";
        Matcher inPackage = PACKAGE.matcher(source);
        return inPackage.find()
                ? source.substring(0, inPackage.end()) + " " + imports + source.substring(inPackage.end())
                : imports + source;
    }

    private static JavaFileObject file(String source) {
        return JavaFileObjects.forSourceString(
                fileName(source).replace(".java", "").replace('/', '.'), withImports(source));
    }
}
