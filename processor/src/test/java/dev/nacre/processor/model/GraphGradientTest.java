package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graphs that people draw: gradients through branches, bridges, shortcuts and used blocks, in double precision. */
class GraphGradientTest {
    private static final String RESIDUAL =
            "@Conv2d(kernel = 3, padding = 1, bias = false) @BatchNorm @ReLU Tensor a(Tensor x); "
                    + "@Conv2d(kernel = 3, padding = 1, bias = false) @BatchNorm Tensor b(Tensor a); "
                    + "@Add @ReLU Tensor out(Tensor b, Tensor x);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A projection shortcut.
                "@Conv2d(value = 3, kernel = 3, stride = 2, padding = 1) @BatchNorm @ReLU Tensor a(@In({2, 4, 4}) Tensor x); "
                        + "@Conv2d(kernel = 3, padding = 1) @BatchNorm Tensor b(Tensor a); "
                        + "@Add @ReLU Tensor out(Tensor b, @Conv2d(value = 3, kernel = 1, stride = 2) @BatchNorm Tensor x);",
                // Branches side by side, their maximum and their mean.
                "@Conv2d(value = 2, kernel = 1) @ReLU Tensor a(@In({2, 3, 3}) Tensor x); "
                        + "@Conv2d(value = 2, kernel = 3, padding = 1) @Tanh Tensor b(Tensor x); "
                        + "@Max Tensor c(Tensor a, Tensor b); @Average Tensor d(Tensor a, Tensor b); "
                        + "@Concat @Conv2d(value = 1, kernel = 2) Tensor out(Tensor a, Tensor b, Tensor c, Tensor d, Tensor x);",
                // A bridge over the way down and up.
                "@Conv2d(value = 2, kernel = 3, padding = 1) @ReLU Tensor fine(@In({1, 4, 4}) Tensor x); "
                        + "@Conv2d(value = 3, kernel = 3, stride = 2, padding = 1) @ReLU Tensor deep(Tensor fine); "
                        + "@ConvTranspose2d(value = 2, kernel = 2, stride = 2) @ReLU Tensor risen(Tensor deep); "
                        + "@Concat @Conv2d(value = 1, kernel = 3, padding = 1) Tensor mask(Tensor risen, Tensor fine); "
                        + "@MeanSquaredError Loss loss(Tensor mask, Target target);",
                // Depthwise-separable.
                "@Conv2d(kernel = 3, padding = 1, groups = -1, bias = false) @BatchNorm @ReLU Tensor each(@In({3, 3, 3}) Tensor x); "
                        + "@Conv2d(value = 2, kernel = 1, bias = false) @BatchNorm @Tanh Tensor out(Tensor each);",
                // Squeeze-and-excite.
                "@Conv2d(kernel = 3, groups = -1) @Flatten @Dense(2) @ReLU Tensor squeezed(@In({4, 3, 3}) Tensor x); "
                        + "@Dense @Sigmoid Tensor gate(Tensor squeezed); @Multiply Tensor out(Tensor x, Tensor gate);",
                // Two products of one sum, whose gradients are one array: each has a bias of its own.
                "@Add Tensor both(@Dense(3) @In(2) Tensor x, @Dense(3) @In(4) Tensor y); @Dense(2) Tensor out(Tensor both);",
                // Several losses.
                "@Conv2d(value = 2, kernel = 2) @Tanh Tensor trunk(@In({1, 4, 4}) Tensor x); "
                        + "@Flatten @Dense(3) Tensor kind(Tensor trunk); @Flatten @Dense(2) Tensor box(Tensor trunk); "
                        + "@CrossEntropy Loss kindLoss(Tensor kind, Label label); "
                        + "@MeanSquaredError(weight = 0.5) Loss boxLoss(Tensor box, Target corners);"
            })
    void gradients(String network) {
        GradientCheck.check(Built.of(network));
    }

    @Test
    void usedBlocks() {
        GradientCheck.check(new Built()
                .and("Block", "@In({2, 3, 3}) type; " + RESIDUAL)
                .and(
                        "Net",
                        "@Conv2d(value = 2, kernel = 3, stride = 2, padding = 1) Tensor stem(@In({1, 5, 5}) Tensor x); "
                                + "@Use(Block.class) @Repeat(2) Tensor block(Tensor stem); "
                                + "@Flatten @Dense(3) Tensor logits(Tensor block); "
                                + "@CrossEntropy Loss loss(Tensor logits, Label label);"));
    }

    /** Each repetition has a mask of its own, whatever its rate. */
    @Test
    void pathsOfLinearRates() {
        Built built = new Built()
                .and(
                        "Block",
                        "@Dense @Tanh Tensor a(@In(3) Tensor x); "
                                + "@Add Tensor out(@DropPath(value = 0.5, linear = true) Tensor a, Tensor x);")
                .and(
                        "Net",
                        "@Add Tensor own(@In(3) @DropPath(value = 0.3, linear = true) Tensor x, @In(3) Tensor z); "
                                + "@Use(Block.class) @Repeat(2) Tensor y(Tensor own);");
        GradientCheck.check(built);
        LinearPaths paths = LinearPaths.of(built.graph());
        assertEquals(3, paths.count());
        assertEquals(Map.of(0, 1, 1, 2), paths.before());
        assertEquals(List.of(1), List.copyOf(paths.own().values()));
    }

    /** One declaration, two shapes. */
    @Test
    void theShapeOfATypeIsThatOfItsOnlyUndeclaredName() {
        assertEquals("8x4x4", out("@In({8, 4, 4}) type; " + RESIDUAL));
        assertEquals("16x2x3", out("@In({16, 2, 3}) type; " + RESIDUAL));
        assertEquals(
                "4", out("@In(4) type; @Add Tensor y(Tensor a, @In(4) Tensor b); @Dense(4) @Tanh Tensor c(Tensor b);"));
    }

    private static String out(String network) {
        return Built.of(network).graph().outputs().get(0).value().shape().toString();
    }
}
