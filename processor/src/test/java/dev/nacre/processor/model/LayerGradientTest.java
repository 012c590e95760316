package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that change shapes, merge and normalise: their gradients, and what they come to. */
class LayerGradientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Reshape({3, -1}) @Dense(2) Tensor y(@In({2, 6}) Tensor x);",
                "@Tanh @Reshape({-1}) Tensor y(@In({2, 3}) Tensor x);",
                "@Reshape({1, 6, 1}) Tensor y(@In({2, 3}) Tensor x);",
                "@Dense(4) @Reshape({2, 4}) @Tanh Tensor y(@In({2, 3}) Tensor x);",
                "@Permute({1, 0}) @Tanh Tensor y(@In({2, 3}) Tensor x);",
                "@Permute({2, 0, 1}) Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Permute({2, 1, 0}) Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Permute({0, 2, 1}) @Dense(2) Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Permute({-1, 1, -4, 2}) Tensor y(@In({2, 3, 1, 2}) Tensor x);",
                "@Permute({3, 2, 1, 0}) Tensor y(@In({2, 3, 2, 3}) Tensor x);",
                "@Permute({0, 1}) Tensor y(@In({2, 3}) Tensor x);",
                "@Transpose Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Transpose(first = 0, second = 2) @Tanh Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Slice(from = 1) Tensor y(@In({3, 2}) Tensor x);",
                "@Slice(axis = 1, from = 1, to = -1) @Tanh Tensor y(@In({2, 5, 2}) Tensor x);",
                "@Slice(axis = -1, step = 2) Tensor y(@In({2, 5}) Tensor x);",
                "@Slice(axis = 1, from = -4, to = 4, step = 2) Tensor y(@In({2, 5, 2}) Tensor x);",
                "@Slice Tensor y(@In({2, 5}) Tensor x);",
                "@Slice(from = 0, to = 5, step = 5) Tensor y(@In(5) Tensor x);",
                "@Split(parts = 3, index = 1) Tensor y(@In({6, 2}) Tensor x);",
                "@Split(sizes = {1, 2}, index = -1, axis = -1) Tensor y(@In({2, 3}) Tensor x);",
                "@Split(parts = 1, index = 0) @Dense(2) Tensor y(@In(3) Tensor x);",
                "@Subtract Tensor y(@In({2, 2}) Tensor a, @In({2, 2}) Tensor b);",
                "@Max Tensor y(@In(4) Tensor a, @In(4) Tensor b);",
                "@Min Tensor y(@In({2, 3}) Tensor a, @In({2, 3}) Tensor b, @In({2, 3}) Tensor c);",
                "@Max @Dense(3) Tensor y(@In(4) Tensor a, @In(4) Tensor b, @In(4) Tensor c, @In(4) Tensor d);",
                "@Average Tensor y(@In(4) Tensor a, @In(4) Tensor b);",
                "@Average @Tanh Tensor y(@In(4) Tensor a, @In(4) Tensor b, @In(4) Tensor c);",
                "@Dot Tensor y(@In(4) Tensor a, @In(4) Tensor b);",
                "@Dot @Tanh Tensor y(@In({2, 3}) Tensor a, @In({2, 3}) Tensor b);",
                "@Dot(normalize = true) Tensor y(@In({2, 3}) Tensor a, @In({2, 3}) Tensor b);",
                "@Dot(normalize = true, epsilon = 1.0) Tensor y(@In({2, 3}) Tensor a, @In({2, 3}) Tensor b);",
                "@Bilinear(2) Tensor y(@In(3) Tensor a, @In(4) Tensor b);",
                "@Bilinear(value = 2, bias = false) @Tanh Tensor y(@In({2, 3}) Tensor a, @In({2, 2}) Tensor b);",
                "@LayerNorm Tensor y(@In(5) Tensor x);",
                "@LayerNorm(axes = 2, epsilon = 0.1) Tensor y(@In({2, 2, 3}) Tensor x);",
                "@LayerNorm(affine = false) Tensor y(@In({2, 4}) Tensor x);",
                "@LayerNorm(bias = false) @Tanh Tensor y(@In({2, 4}) Tensor x);",
                "@RMSNorm Tensor y(@In(5) Tensor x);",
                "@RMSNorm(axes = 2, epsilon = 0.1) Tensor y(@In({2, 2, 3}) Tensor x);",
                "@RMSNorm(affine = false) @Dense(2) Tensor y(@In({2, 4}) Tensor x);"
            })
    void layer(String text) {
        GradientCheck.check(Built.of(text));
    }

    /** A divisor near 0 has differences that tell nothing. */
    @Test
    void quotient() {
        GradientCheck.check(
                Built.of("@Sigmoid Tensor d(@In(3) Tensor b); @Divide Tensor y(@In(3) Tensor a, Tensor d);"));
    }

    @Test
    void partsOfOneValue() {
        GradientCheck.check(Built.of("""
                @Dense(6) Tensor both(@In(3) Tensor x);
                @Split(parts = 2, index = 0) Tensor values(Tensor both);
                @Split(parts = 2, index = 1) @Sigmoid Tensor gates(Tensor both);
                @Multiply @LayerNorm Tensor gated(Tensor values, Tensor gates);
                @Subtract Tensor y(Tensor gated, @Slice(from = 1, to = 4) Tensor both);
                """));
    }

    @Test
    void mixer() {
        GradientCheck.check(Built.of("""
                @Reshape({4, 3}) @LayerNorm Tensor patches(@In({3, 2, 2}) Tensor image);
                @Transpose @Dense(4) @Tanh @Transpose Tensor tokens(Tensor patches);
                @Add @RMSNorm(axes = 2) Tensor mixed(Tensor patches, Tensor tokens);
                @Bilinear(3) Tensor pairs(Tensor mixed, @Dense(2) Tensor patches);
                @Flatten @Dense(2) Tensor logits(Tensor pairs);
                @CrossEntropy Loss loss(Tensor logits, Label label);
                """));
    }

    /** Equal values share the gradient, as PyTorch's torch.max(a, b) has it. */
    @ParameterizedTest
    @CsvSource({"Max, 1 2 3, 1 3 2, 0.5 0 1, 0.5 1 0", "Min, 1 2 3, 1 3 2, 0.5 1 0, 0.5 0 1"})
    void ties(String layer, String a, String b, String ofA, String ofB) {
        StepInterpreter interpreter = new StepInterpreter(
                Built.of("@" + layer + " Tensor y(@In(3) Tensor a, @In(3) Tensor b);")
                        .graph(),
                Map.of(),
                1);
        interpreter.forward(Map.of("a", numbers(a), "b", numbers(b)), Map.of(), Map.of());
        interpreter.backward("y", new double[] {1, 1, 1});
        assertEquals(List.of(numbers(ofA)[0], numbers(ofA)[1], numbers(ofA)[2]), boxed(interpreter.inputGradient("a")));
        assertEquals(List.of(numbers(ofB)[0], numbers(ofB)[1], numbers(ofB)[2]), boxed(interpreter.inputGradient("b")));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    @Test
    void shapesAndParameters() {
        Graph graph = Built.of("""
                @Permute({2, 0, 1}) Tensor p(@In({2, 3, 4}) Tensor x);
                @Slice(axis = 1, from = 1, to = -1, step = 2) Tensor s(@In({4, 10}) Tensor z);
                @Split(sizes = {2, 3, 5}, index = 2, axis = 1) Tensor t(Tensor z);
                @Dot Tensor d(Tensor z, @Tanh Tensor z2);
                @Tanh Tensor z2(Tensor z);
                @Bilinear(5) Tensor b(Tensor z, @Dense(3) Tensor z2);
                @LayerNorm(axes = 2) Tensor l(Tensor p);
                @RMSNorm Tensor r(Tensor p);
                """).graph();
        assertEquals(
                List.of("p 4x2x3", "s 4x4", "t 4x5", "z2 4x10", "d 4x1", "b 4x5", "l 4x2x3", "r 4x2x3"),
                graph.blocks().stream()
                        .map(block -> block.name() + " "
                                + block.output().orElseThrow().shape())
                        .toList());
        List<String> parameters = graph.parameters().stream()
                .map(parameter -> parameter.name() + " " + parameter.sizes())
                .toList();
        assertTrue(
                parameters.containsAll(List.of(
                        "b.bilinear.weight [5, 10, 3]",
                        "b.bilinear.bias [5]",
                        "l.layerNorm.weight [2, 3]",
                        "l.layerNorm.bias [2, 3]",
                        "r.rmsNorm.weight [3]")),
                parameters::toString);
    }

    /** A width follows through norms and through merges of one shape. */
    @Test
    void inferredWidths() {
        Graph graph = Built.of("""
                @Dense @LayerNorm Tensor a(@In(3) Tensor x);
                @Subtract @RMSNorm Tensor d(Tensor a, @In(7) Tensor z);
                """).graph();
        assertEquals("7", graph.blocks().get(0).output().orElseThrow().shape().toString());
        graph = Built.of("@Dense Tensor a(@In(3) Tensor x); @Max Tensor d(Tensor a, @Dense Tensor x, @In(7) Tensor z);")
                .graph();
        assertEquals("7", graph.blocks().get(0).output().orElseThrow().shape().toString());
    }
}
