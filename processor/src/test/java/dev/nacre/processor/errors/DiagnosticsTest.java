package dev.nacre.processor.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users read when they declare something wrong: every text with its line and column, and nothing else. Run with
 * {@code -Dnacre.errors.write=true} to write the expected texts anew, and read them as a user would.
 */
class DiagnosticsTest {
    static List<Fixture> mistakes() throws IOException {
        return Fixture.in(Fixture.FOLDER.resolve("mistakes"));
    }

    static List<Fixture> compiler() throws IOException {
        return Fixture.in(Fixture.FOLDER.resolve("compiler"));
    }

    static List<Fixture> lints() throws IOException {
        return Fixture.in(Fixture.FOLDER.resolve("lints"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void reportsEachMistakeOnce(Fixture fixture) throws IOException {
        MemoryCompiler.Outcome outcome = fixture.compile();
        assertTranscript(fixture, outcome);
        assertFalse(outcome.success());
        assertEquals(fixture.marked(), lines(outcome.errors()));
        for (String generated : outcome.generated()) {
            assertTrue(generated.startsWith("Fine"), () -> generated + " comes from a type in error");
        }
        assertTrue(outcome.generated().contains("FineNeighbourNetwork"));
        for (String name : fixture.fineTypes()) {
            assertTrue(outcome.generated().contains(name + "Network"), () -> name + " has no mistake");
        }
    }

    @ParameterizedTest
    @MethodSource("lints")
    void warns(Fixture fixture) throws IOException {
        MemoryCompiler.Outcome outcome = fixture.compile();
        assertTranscript(fixture, outcome);
        assertTrue(outcome.success());
        assertEquals(fixture.marked(), lines(outcome.diagnostics()));
    }

    /** What Java itself forbids it reports itself, before any processor runs: nothing is added to that. */
    @ParameterizedTest
    @MethodSource("compiler")
    void leavesToTheCompilerWhatIsItsOwn(Fixture fixture) throws IOException {
        MemoryCompiler.Outcome outcome = fixture.compile();
        assertTranscript(fixture, outcome);
        assertFalse(outcome.success());
        assertEquals(fixture.marked(), lines(outcome.errors()));
    }

    @Test
    void layersOfAnotherVersion() {
        MemoryCompiler.Outcome outcome = MemoryCompiler.compile(List.of(
                MemoryCompiler.source(
                        "Fancy", "package dev.nacre.annotations; public @interface Fancy { int value(); }"),
                MemoryCompiler.source(
                        "Net", Fixture.IMPORTS + "\n@Network interface Net { @Fancy(3) Tensor a(@In(4) Tensor x); }")));
        assertEquals(1, outcome.diagnostics().size());
        assertEquals(26, outcome.diagnostics().get(0).getColumnNumber());
        assertEquals(
                "@Fancy is not known to this processor\n"
                        + "    use one version of nacre-annotations and nacre-processor",
                outcome.diagnostics().get(0).getMessage(Locale.ROOT).replaceAll("\n +", "\n    "));
        assertEquals(List.of(), List.copyOf(outcome.generated()));
    }

    /** Both packages have a Network: the one error is the compiler's, of the annotation. */
    @Test
    void ambiguousNetwork() {
        MemoryCompiler.Outcome outcome = MemoryCompiler.compile(List.of(MemoryCompiler.source("Net", """
                import dev.nacre.annotations.*;
                import dev.nacre.network.*;
                import dev.nacre.tensor.Tensor;
                @Network
                interface Net { @Dense(3) Tensor a(@In(4) Tensor x); }
                """)));
        assertEquals(List.of(4L), lines(outcome.errors()));
        assertTrue(outcome.errors().get(0).getMessage(Locale.ROOT).startsWith("reference to Network is ambiguous"));
    }

    @Test
    void noTextAsksForAReport() throws IOException {
        for (Fixture fixture : mistakes()) {
            assertFalse(Files.readString(fixture.expectedFile()).contains("please report it"), fixture::toString);
        }
    }

    private static void assertTranscript(Fixture fixture, MemoryCompiler.Outcome outcome) throws IOException {
        String transcript = fixture.transcript(outcome);
        if (Boolean.getBoolean("nacre.errors.write")) {
            Files.writeString(fixture.expectedFile(), transcript);
        }
        assertEquals(Files.readString(fixture.expectedFile()), transcript, fixture::toString);
    }

    private static List<Long> lines(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream().map(Diagnostic::getLineNumber).sorted().toList();
    }
}
