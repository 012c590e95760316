package dev.nacre.processor.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks as large as a class of Java can be, and larger. */
class LimitsTest {
    private static MemoryCompiler.Outcome compile(String members) {
        return MemoryCompiler.compile(List.of(MemoryCompiler.source(
                "Net",
                Fixture.IMPORTS + "\n@SuppressWarnings(\"nacre:all\") @Network interface Net {\n" + members + "}")));
    }

    private static String arguments(int count) {
        return IntStream.range(0, count).mapToObj(i -> "@In(2) Tensor x" + i).collect(Collectors.joining(", "));
    }

    private static String sums(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "@Add Tensor sum" + i + "(@In(2) Tensor x" + i + ", @In(2) Tensor y" + i + ");\n")
                .collect(Collectors.joining());
    }

    private static void assertError(String expected, String members) {
        List<String> errors = compile(members).errors().stream()
                .map(error -> error.getLineNumber() + ":" + error.getColumnNumber() + ": "
                        + error.getMessage(Locale.ROOT).replaceAll("\n +", "; "))
                .toList();
        assertEquals(List.of(expected), errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add", "Multiply", "Concat"})
    void aHundredArguments(String merge) {
        MemoryCompiler.Outcome outcome = compile("@" + merge + " Tensor all(" + arguments(100) + ");\n");
        assertTrue(outcome.success(), () -> outcome.errors().toString());
    }

    @Test
    void moreArguments() {
        assertError(
                "3:13: block all has 101 arguments; allowed are 100, for a method of Java takes no more;"
                        + " merge some of them in a block before it",
                "@Add Tensor all(" + arguments(101) + ");\n");
    }

    @Test
    void twoHundredInputsLabelsAndOutputs() {
        MemoryCompiler.Outcome outcome = compile(sums(66) + "@MeanSquaredError Loss loss(Tensor sum0, Target target);\n"
                + "@MeanSquaredError Loss more(Tensor sum1, Target other);\n");
        assertTrue(outcome.success(), () -> outcome.errors().toString());
    }

    @Test
    void moreInputs() {
        assertError(
                "2:41: Net has 201 inputs, labels and outputs; allowed are 200, for a method of Java takes no more;"
                        + " put several inputs into one tensor or a record, and merge outputs",
                sums(67));
    }

    @Test
    void moreLayers() {
        String blocks = IntStream.range(1, 1400)
                .mapToObj(i -> "@Dense(2) @BatchNorm @ReLU Tensor b" + i + "(Tensor b" + (i - 1) + ");\n")
                .collect(Collectors.joining());
        assertError(
                "2:41: Net has 4198 layers; allowed are 4000, for a class of Java holds no more;"
                        + " put a part into a network of its own and @Use it, with @Repeat where it repeats",
                "@Dense(2) Tensor b0(@In(2) Tensor x);\n" + blocks);
    }
}
