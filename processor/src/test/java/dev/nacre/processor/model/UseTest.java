package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseTest {
    private static Map<String, Declarations.UsedType> compiled(int version, List<String> inputs, List<String> outputs) {
        Declarations.CompiledPlan plan = new Declarations.CompiledPlan(version, inputs, outputs, 12, 9, 2);
        return Map.of("Far", new Declarations.UsedType("far", List.of("Far"), true, Optional.of(plan)));
    }

    @Test
    void compiledNetworkIsKnownByItsPlan() {
        Graph graph = new Built()
                .and(
                        "Net",
                        "@Use(Far.class) Tensor y(@In({1, 28, 28}) Tensor x, @In(3) Tensor z);",
                        compiled(1, List.of("image:1x28x28", "context:3"), List.of("out:10")))
                .graph();
        assertEquals(
                new UsedNetwork(
                        "y",
                        0,
                        true,
                        "far",
                        List.of("Far"),
                        List.of(Shape.of(1, 28, 28), Shape.of(3)),
                        Shape.of(10),
                        12,
                        9,
                        2,
                        true,
                        false),
                graph.used().get(0));
        assertEquals(12, graph.elements());
        assertEquals(9, graph.multiplyAdds());
    }

    @ParameterizedTest
    @CsvSource({"2, x:3, y:3", "1, x, y:3", "1, x:0, y:3", "1, x:3x, y:3", "1, x:3, y:99999x99999", "1, :3, y:3"})
    void planOfAnotherVersionIsRefused(int version, String input, String output) {
        Built built = new Built()
                .and(
                        "Net",
                        "@Use(Far.class) Tensor y(@In(3) Tensor x);",
                        compiled(version, List.of(input), List.of(output)));
        assertEquals(
                List.of("ERROR y@Use.value: the generated class of Far was written by another version of Nacre\n"
                        + "    compile Far again with this version"),
                built.texts());
    }

    @Test
    void onlyNetworksCanBeUsed() {
        Declarations.UsedType type = new Declarations.UsedType("far", List.of("Plain"), false, Optional.empty());
        assertEquals(
                List.of("ERROR y@Use.value: Plain is not a network\n    name a type that has @Network"),
                new Built()
                        .and("Net", "@Use(Plain.class) Tensor y(@In(3) Tensor x);", Map.of("Plain", type))
                        .texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y | @Use(Block.class) @Tanh Tensor y(@In(3) Tensor x);",
                "y.use | @Dense(3) @Use(Block.class) Tensor y(@In(3) Tensor x);",
                "y.x | @Tanh Tensor y(@In(3) @Use(Block.class) Tensor x);",
                "y.x.1, y.x.2 | @Tanh Tensor y(@In(3) @Use(Block.class) @Repeat(2) Tensor x);",
                "y.x.use | @Tanh Tensor y(@In(3) @Dense(3) @Use(Block.class) Tensor x);",
                "y.x, y.use | @Use(Block.class) Tensor y(@In(3) @Use(Block.class) Tensor x);",
                "use | @In(3) @Use(Block.class) type;",
                "use1, use2.1 | @In(3) @Use(Block.class) @Tanh @Use(Block.class) @Repeat(1) type;",
                "y, y, y | @Use(Block.class) @Repeat(value = 3, shared = true) Tensor y(@In(3) Tensor x);"
            })
    void names(String expected, String text) {
        Graph graph = new Built()
                .and("Block", "@Dense(3) Tensor h(@In(3) Tensor x);")
                .and("Net", text)
                .graph();
        assertEquals(
                expected,
                String.join(", ", graph.used().stream().map(UsedNetwork::name).toList()));
        assertEquals(
                12L * graph.used().stream().map(UsedNetwork::name).distinct().count()
                        + graph.parameters().stream()
                                .mapToLong(ParameterSpec::elements)
                                .sum(),
                graph.elements());
    }

    @Test
    void networksAreSortedByUseAndCirclesAreReportedOnce() {
        List<Declarations.Network> networks = new ArrayList<>();
        networks.add(Declared.network("A", "@Use(B.class) Tensor y(@In(3) Tensor x);"));
        networks.add(Declared.network("B", "@Tanh Tensor y(@In(3) @Use(C.class) Tensor x);"));
        networks.add(Declared.network("C", "@In(3) @Dense(3) type;"));
        networks.add(Declared.network("D", "@Use(E.class) Tensor y(@In(3) Tensor x);"));
        networks.add(Declared.network("E", "@Use(D.class) Tensor y(@In(3) Tensor x);"));
        List<Problem> problems = new ArrayList<>();
        List<Declarations.Network> sorted = UseOrder.sort(networks, problems::add);
        assertEquals(
                List.of("test.C", "test.B", "test.A"),
                sorted.stream().map(Declarations.Network::qualifiedName).toList());
        assertEquals(1, problems.size());
        assertEquals("y@Use.value", problems.get(0).position().toString());
        assertEquals(
                "networks use one another in a circle: D -> E -> D\n"
                        + "    take one @Use out; for several applications of one network write @Repeat",
                problems.get(0).text());
    }
}
