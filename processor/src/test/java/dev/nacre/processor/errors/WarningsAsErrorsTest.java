package dev.nacre.processor.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Under {@code -Xlint:all -Werror} generated code is clean, and what is said keeps its place. */
class WarningsAsErrorsTest {
    private static final String[] STRICT = {"-Xlint:all", "-Werror", "--release", "17"};

    private static JavaFileObject source(String type, String text) {
        return MemoryCompiler.source("app/" + type, "package app; " + Fixture.IMPORTS + text);
    }

    private static List<String> said(MemoryCompiler.Outcome outcome) {
        return outcome.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getSource() != null)
                .map(diagnostic -> diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + ": "
                        + diagnostic.getMessage(Locale.ROOT).replaceAll("\n.*", ""))
                .toList();
    }

    @Test
    void generatedCodeIsClean() {
        MemoryCompiler.Outcome outcome = MemoryCompiler.compile(
                List.of(
                        source(
                                "Inner",
                                "@Network public interface Inner { @Dense(8) @ReLU Tensor out(@In(8) Tensor x); }"),
                        source(
                                "Net",
                                "@Network public interface Net { @Standardize @Dense(8) Tensor hidden(@In Flower flower); "
                                        + "@Use(Inner.class) @BatchNorm @Tanh @Dropout(0.2) Tensor deep(Tensor hidden); "
                                        + "@Concat @Dense Tensor logits(Tensor deep, Tensor hidden); "
                                        + "@CrossEntropy Loss loss(Tensor logits, Colour colour); "
                                        + "@MeanSquaredError(weight = 0.5) Loss more(Tensor logits, Target target); }"),
                        source(
                                "Flower",
                                "public record Flower(float length, boolean open, Colour colour, long age) {}"),
                        source("Colour", "public enum Colour { RED, GREEN }")),
                STRICT);
        assertEquals(List.of(), said(outcome));
        assertTrue(outcome.success());
    }

    /** The user has decided on what these warnings are about; the compiler says so at the user's own code alone. */
    @Test
    void whatTheUserDecidedIsNotToldOfGeneratedCode() {
        MemoryCompiler.Outcome outcome = MemoryCompiler.compile(
                List.of(
                        source("Net", """
                                @SuppressWarnings({"serial", "deprecation", "removal", "try"})
                                @Deprecated @Network
                                abstract class Net implements java.io.Serializable, AutoCloseable {
                                    @Dense abstract Tensor logits(@In Point point);
                                    @CrossEntropy abstract Loss loss(Tensor logits, Colour colour);
                                    @Override public void close() throws Exception {}
                                }
                                """),
                        source("Point", "@Deprecated(forRemoval = true) record Point(float x, float y) {}"),
                        source("Colour", "@Deprecated enum Colour { RED, GREEN }")),
                STRICT);
        assertEquals(List.of(), said(outcome));
        assertTrue(outcome.success());
    }

    @Test
    void errorsAndLintsAreAllTold() {
        MemoryCompiler.Outcome outcome = MemoryCompiler.compile(
                List.of(
                        source("Net", "\n@Network interface Net { @Dense(-3) Tensor a(@In(4) Tensor x); }"),
                        source(
                                "Other",
                                "\n@Network interface Other { @Dense(3) @ReLU @Tanh Tensor a(@In(4) Tensor x); }")),
                STRICT);
        assertEquals(
                List.of(
                        "2:33: @Dense(-3) is out of range: the number of units is 1 or more",
                        "2:44: @Tanh follows @ReLU: two activations in a row"),
                said(outcome));
        assertFalse(outcome.success());
    }

    /** A lint is a warning, and with -Werror the compilation fails for it: where the user wrote it. */
    @Test
    void aLintFailsWhereWarningsDo() {
        JavaFileObject net =
                source("Net", "\n@Network interface Net { @Dropout(0.9) @Dense(3) Tensor a(@In(4) Tensor x); }");
        assertTrue(MemoryCompiler.compile(List.of(net), "-Xlint:all").success());
        MemoryCompiler.Outcome strict = MemoryCompiler.compile(List.of(net), STRICT);
        assertFalse(strict.success());
        assertEquals(
                List.of("2:35: @Dropout(0.9) drops 90 % of the elements; did you mean to keep 0.9?"), said(strict));
    }
}
