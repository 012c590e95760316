package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GraphTest {
    @TestFactory
    Stream<DynamicTest> wholeGraphs() throws IOException {
        return Sections.of("graphs.txt", built -> Told.graph(built.graph()));
    }

    @Test
    void blocksComeAfterWhatTheyNeedAndParametersAsDeclared() {
        Graph graph = Built.of("""
                @Add Tensor c(Tensor b, Tensor a);
                @Dense(2) Tensor b(Tensor a);
                @Dense(2) Tensor a(@In(3) Tensor x);
                """).graph();
        assertEquals(
                List.of("a", "b", "c"),
                graph.blocks().stream().map(Graph.Block::name).toList());
        assertEquals(
                List.of("b.dense.weight", "b.dense.bias", "a.dense.weight", "a.dense.bias"),
                graph.parameters().stream().map(ParameterSpec::name).toList());
        assertEquals(4 + 2 + 6 + 2, graph.elements());
        assertEquals(4 + 6, graph.multiplyAdds());
    }

    @Test
    void everyBlockThatNoneButALossReadsIsAnOutput() {
        Graph graph = Built.of("""
                enum Kind { A, B };
                @CrossEntropy Loss loss(Tensor kind, Kind k);
                @Dense(1) Tensor size(Tensor body);
                @Dense Tensor kind(Tensor body);
                @Dense(4) @ReLU Tensor body(@In(3) Tensor x);
                """).graph();
        assertEquals(
                List.of("size", "kind"),
                graph.outputs().stream().map(Graph.Output::block).toList());
        assertTrue(graph.outputs().get(0).label().isEmpty());
        assertEquals(
                List.of("A", "B"), graph.outputs().get(1).label().orElseThrow().constants());
    }

    @Test
    void formulasNameTheUsersValues() {
        Graph graph = Built.of("@Flatten @Dense(2) @ReLU Tensor hidden(@In({1, 3}) Tensor image);")
                .graph();
        assertEquals(
                List.of("hidden dense = image Wᵀ + b", "hidden = relu(hidden dense)"),
                graph.blocks().get(0).forward().stream().map(Step::formula).toList());
        assertEquals(
                List.of(
                        "d(hidden dense) = d(hidden) where hidden > 0",
                        "dW = d(hidden dense)ᵀ image",
                        "db = column sums of d(hidden dense)",
                        "d(image) = d(hidden dense) W"),
                graph.blocks().get(0).backward().stream().map(Step::formula).toList());
    }

    @Test
    void aBlockCalledLikeItsLayerKeepsItsName() {
        Graph graph = Built.of("@Flatten Tensor flatten(@In({1, 3}) Tensor x);").graph();
        Value output = graph.blocks().get(0).output().orElseThrow();
        assertEquals("flatten", output.name());
        assertEquals(Shape.of(3), output.shape());
        assertEquals(Value.Kind.FORWARD, output.kind());
    }

    @Test
    void initialisersReachDownToTheNearestOther() {
        Graph graph = Built.of("""
                @Normal(1) type;
                @Dense(2) Tensor a(@In(3) Tensor x);
                @Normal(2) @Add @Dense(2) @BatchNorm Tensor b(Tensor a, @Dense(2) Tensor x);
                @Add @Dense(2) @Normal(3) @Dense(2) Tensor c(Tensor b, @Normal(4) @Dense(2) Tensor x);
                """).graph();
        assertEquals(
                List.of(
                        "a.dense.weight 2x3 Normal[mean=0.0, deviation=1.0]",
                        "b.dense.weight 2x2 Normal[mean=0.0, deviation=2.0]",
                        "b.batchNorm.weight 2 Constant[value=1.0]",
                        "b.x.dense.weight 2x3 Normal[mean=0.0, deviation=2.0]",
                        "c.dense1.weight 2x2 Normal[mean=0.0, deviation=3.0]",
                        "c.dense2.weight 2x2 Normal[mean=0.0, deviation=1.0]",
                        "c.x.dense.weight 2x3 Normal[mean=0.0, deviation=4.0]"),
                graph.parameters().stream()
                        .filter(parameter -> parameter.name().endsWith("weight"))
                        .map(Told::parameter)
                        .toList());
    }

    @Test
    void everyArrayIsWrittenBeforeItIsReadAndMasksDiffer() {
        String layers = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "@Dense(3) @ReLU @Dropout(0.1) Tensor h%d(%s);"
                        .formatted(i, i == 1 ? "@In(3) Tensor x" : "Tensor h" + (i - 1)))
                .collect(Collectors.joining("\n"));
        Graph graph = Built.of(layers + "@Dense(3) Tensor y(Tensor h200);").graph();
        assertEquals(201, graph.blocks().size());
        Set<Integer> written =
                new HashSet<>(Set.of(graph.inputs().get(0).value().id()));
        Set<String> masks = new HashSet<>();
        for (Graph.Block block : graph.blocks()) {
            for (Step step : block.forward()) {
                step.reads().forEach(value -> assertTrue(written.contains(value.id()), value::toString));
                step.writes().forEach(value -> written.add(value.id()));
                for (Operand operand : step.operands()) {
                    if (operand instanceof Operand.Dropout dropout) {
                        assertTrue(masks.add(dropout.name()), dropout.name());
                    }
                }
            }
        }
        assertEquals(200, masks.size());
    }

    @Test
    void nothingIsBuiltWhereAUsedNetworkIsInError() {
        assertTrue(Built.of("@Use(Elsewhere.class) Tensor y(@In(2) Tensor x);").failed());
        assertFalse(Built.of("@Dense(2) Tensor y(@In(2) Tensor x);").failed());
    }
}
