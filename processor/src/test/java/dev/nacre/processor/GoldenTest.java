package dev.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated, byte for byte: each folder of {@code golden} holds a declaration and the classes written for it. Run
 * with {@code -Dnacre.golden.write=true} to write them anew, and read what changed.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatesWhatItDid(Path folder) throws IOException {
        Compilation compilation = Compiler.javac()
                .withProcessors(new NacreProcessor())
                .withOptions(
                        "-parameters",
                        // A user's own composites are annotations that no processor can claim.
                        folder.endsWith("composite")
                                ? "-Xlint:all,-auxiliaryclass,-processing"
                                : "-Xlint:all,-auxiliaryclass")
                .compile(declarations(folder));
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        List<JavaFileObject> generated = compilation.generatedSourceFiles();
        assertFalse(generated.isEmpty());
        for (JavaFileObject file : generated) {
            String text = file.getCharContent(false).toString();
            Path golden = folder.resolve(Path.of(file.toUri().getPath()).getFileName() + ".golden");
            if (Boolean.getBoolean("nacre.golden.write")) {
                Files.writeString(golden, text);
            }
            assertEquals(Files.readString(golden), text, golden.toString());
        }
    }

    /** HotSpot leaves methods above 8,000 bytes to the interpreter. */
    @ParameterizedTest
    @MethodSource("cases")
    void keepsMethodsShort(Path folder) throws IOException {
        Compilation compilation =
                Compiler.javac().withProcessors(new NacreProcessor()).compile(declarations(folder));
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                byte[] bytes = file.openInputStream().readAllBytes();
                MethodSizes.of(bytes).forEach((method, size) -> assertFalse(size > 6000, method + " has " + size));
            }
        }
    }

    static JavaFileObject[] declarations(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(GoldenTest::source)
                    .toArray(JavaFileObject[]::new);
        }
    }

    private static JavaFileObject source(Path file) {
        try {
            return JavaFileObjects.forResource(file.toUri().toURL());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
