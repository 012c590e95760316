package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthInferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | enum K { A, B, C }; @Dense Tensor y(@In(2) Tensor x); @CrossEntropy Loss l(Tensor y, K k);",
                "3 | enum K { A, B, C }; @Dense @Tanh Tensor y(@In(2) Tensor x); @ReLU Tensor z(Tensor y);"
                        + " @CrossEntropy Loss l(@Dropout(0.1) Tensor z, K k);",
                "1 | @Dense Tensor y(@In(2) Tensor x); @MeanSquaredError Loss l(Tensor y, float t);",
                "1 | @Tanh Tensor h(@In(2) Tensor x); @Dense @Tanh Tensor y(Tensor h);"
                        + " @BatchNorm @MeanSquaredError Loss l(Tensor y, float t);",
                "2 | @Dense Tensor y(Tensor h); @Add Tensor z(Tensor y, Tensor x); @Dense(5) Tensor h(@In(2) Tensor x);",
                "2 | @Dense Tensor y(Tensor h); @Multiply Tensor z(@Sigmoid Tensor y, @Dense(2) Tensor x);"
                        + " @Dense(5) Tensor h(@In(7) Tensor x);",
                "3 | enum K { A, B, C }; @Dense Tensor y(@In(2) Tensor x); @Dense Tensor z(Tensor x);"
                        + " @Add Tensor s(Tensor y, Tensor z); @CrossEntropy Loss l(Tensor s, K k);",
                "4 | @Dense Tensor y(@In(2) Tensor x); @Add Tensor r(Tensor y, Tensor z); @Dense Tensor z(Tensor x);"
                        + " @Add Tensor s(Tensor z, @Dense(4) Tensor x);"
            })
    void widthFollows(int width, String text) {
        Graph graph = Built.of(text).graph();
        Graph.Block block = graph.blocks().stream()
                .filter(candidate -> candidate.name().equals("y"))
                .findFirst()
                .orElseThrow();
        assertEquals(Shape.of(width), block.output().orElseThrow().shape());
        assertEquals("Dense(" + width + ")", block.layers().get(0));
    }
}
