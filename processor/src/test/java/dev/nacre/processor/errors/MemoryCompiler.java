package dev.nacre.processor.errors;

import dev.nacre.processor.NacreProcessor;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Runs javac and the processor in memory, and keeps what was generated even where there were errors. */
public final class MemoryCompiler {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES =
            JAVAC.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private MemoryCompiler() {}

    /**
     * What came of a compilation.
     *
     * @param success whether there was no error
     * @param diagnostics everything that was said
     * @param generated the simple names of the generated classes, sorted
     */
    public record Outcome(
            boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Collection<String> generated) {
        public List<Diagnostic<? extends JavaFileObject>> errors() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
        }
    }

    /** @return a source file; the name is that of its public type if it has one, otherwise any */
    public static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                // The name of a package-info or a module-info never is that of a type.
                return kind == Kind.SOURCE && simpleName.indexOf('-') < 0;
            }
        };
    }

    public static Outcome compile(List<JavaFileObject> sources, String... options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Memory memory = new Memory();
        StringWriter unexpected = new StringWriter();
        JavaCompiler.CompilationTask task =
                JAVAC.getTask(unexpected, memory, diagnostics, List.of(options), null, sources);
        task.setProcessors(Set.of(new NacreProcessor()));
        boolean success = task.call();
        if (!unexpected.toString().isEmpty()) {
            throw new AssertionError(unexpected);
        }
        return new Outcome(success, diagnostics.getDiagnostics(), memory.sources.keySet());
    }

    /** Takes what is written into memory. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final TreeMap<String, JavaFileObject> sources = new TreeMap<>();

        Memory() {
            super(FILES);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            JavaFileObject file = new Written(className, kind);
            if (kind == JavaFileObject.Kind.SOURCE) {
                sources.put(className.substring(className.lastIndexOf('.') + 1), file);
            }
            return file;
        }

        @Override
        public void close() {
            // The files below are shared by all compilations.
        }
    }

    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
