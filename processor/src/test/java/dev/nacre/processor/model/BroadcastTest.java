package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges of values that are repeated along some axes: shapes, errors, and gradients summed over the repetitions. */
class BroadcastTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Multiply Tensor y(@In({3, 2, 4}) Tensor a, @In(3) Tensor b);",
                "@Multiply Tensor y(@In(3) Tensor a, @In({3, 2, 4}) Tensor b);",
                "@Multiply Tensor y(@In({3, 2, 4}) Tensor a, @In({3, 1, 1}) Tensor b, @In({1, 2, 4}) Tensor c);",
                "@Multiply @Tanh Tensor y(@In({3, 1, 1}) Tensor a, @In({1, 2, 1}) Tensor b, @In({1, 1, 4}) Tensor c);",
                "@Multiply Tensor y(@In({3, 2}) Tensor x, @Dense(1) @Sigmoid Tensor x2); @Tanh Tensor x2(Tensor x);",
                "@Add Tensor y(@In({3, 2, 4}) Tensor a, @In(3) Tensor b);",
                "@Add Tensor y(@In({3, 2, 4}) Tensor a, @In({1, 2, 1}) Tensor b, @In(1) Tensor c);",
                "@Add @Tanh @Dense(2) Tensor y(@In({3, 1, 4}) Tensor a, @In({3, 5, 1}) Tensor b);",
                "@Subtract Tensor y(@In({2, 3, 3}) Tensor a, @In(2) Tensor b);",
                "@Subtract Tensor y(@In({1, 3, 3}) Tensor a, @In({2, 3, 3}) Tensor b);",
                "@Divide Tensor y(@In({2, 3, 3}) Tensor a, @Exp @In({2, 1, 3}) Tensor b);",
                "@Divide Tensor y(@In(2) Tensor a, @Exp @In({2, 3}) Tensor b);",
                "@Max Tensor y(@In({2, 3, 3}) Tensor a, @In(2) Tensor b, @In({1, 3, 3}) Tensor c);",
                "@Min Tensor y(@In({1, 3, 5}) Tensor a, @In({2, 3, 1}) Tensor b);",
                "@Average Tensor y(@In({1, 3, 5}) Tensor a, @In({2, 3, 1}) Tensor b, @In(2) Tensor c);"
            })
    void gradients(String network) {
        GradientCheck.check(Built.of(network));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{8, 4, 6} | 8         | 8x4x6",
                "8         | {8, 4, 6} | 8x4x6",
                "{8, 4, 6} | {8, 1, 1} | 8x4x6",
                "{8, 1, 6} | {1, 4, 1} | 8x4x6",
                "{8, 4, 6} | 1         | 8x4x6",
                "{6, 6}    | 6         | 6x6",
                "5         | 1         | 5",
                "{1, 1}    | 1         | 1x1"
            })
    void shapes(String a, String b, String out) {
        Graph graph = Built.of("@Add Tensor y(@In(" + a + ") Tensor a, @In(" + b + ") Tensor b);")
                .graph();
        assertEquals(out, graph.outputs().get(0).value().shape().toString());
    }

    /** Beside an image the only axis of a value is that of channels, so that is how wide a layer has to be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Multiply Tensor y(@In({8, 4, 6}) Tensor a, @Dense @Sigmoid @In(3) Tensor b);",
                "@Dense @Sigmoid Tensor b(@In(3) Tensor x); @Multiply Tensor y(Tensor b, @In({8, 4, 6}) Tensor a);"
            })
    void widthOfAGate(String network) {
        assertEquals(
                "8x4x6",
                Built.of(network).graph().outputs().get(0).value().shape().toString());
    }

    /** A value with several axes, but fewer than another, is none of channels: where it would go is not said. */
    @ParameterizedTest
    @ValueSource(strings = {"4", "{4, 6}", "{8, 1}", "{8, 2, 6}", "{8, 4, 6, 1}"})
    void whatDoesNotFit(String other) {
        Built built = Built.of("@Multiply Tensor y(@In({8, 4, 6}) Tensor a, @In(" + other + ") Tensor b);");
        String shape = other.replaceAll("[{} ]", "").replace(',', 'x');
        assertEquals(
                "ERROR y@Multiply: @Multiply needs values of one shape, or of size 1 where they differ: a is 8x4x6, b is "
                        + shape,
                built.texts().get(0).lines().findFirst().orElseThrow());
    }
}
