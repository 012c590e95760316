package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.layer.Emission;
import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Site;
import dev.nacre.processor.layer.weights.WeightRule;
import dev.nacre.processor.layer.weights.WeightRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What annotations beside the layers say of weights: where they reach, what they become, and their gradients. */
class WeightTest {
    private static List<String> told(Graph graph, String ending) {
        return graph.parameters().stream()
                .filter(parameter -> parameter.name().endsWith(ending))
                .map(Told::parameter)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "@Normal(value = 0.1, mean = 2); Normal[mean=2.0, deviation=0.1]; 0",
                "@TruncatedNormal(0.1); TruncatedNormal[mean=0.0, deviation=0.1]; 0",
                "@Uniform(low = -1, high = 2); Uniform[low=-1.0, high=2.0]; 0",
                "@Uniform(low = 3, high = 3); Uniform[low=3.0, high=3.0]; 0",
                "@Xavier; Scaled[fan=AVERAGE, gain=1.0, uniform=false]; 0",
                "@Xavier(gain = 2, uniform = true); Scaled[fan=AVERAGE, gain=2.0, uniform=true]; 0",
                "@He; Scaled[fan=IN, gain=1.4142135623730951, uniform=false]; 0",
                "@He(fan = OUT, gain = 1, uniform = true); Scaled[fan=OUT, gain=1.0, uniform=true]; 0",
                "@LeCun; Scaled[fan=IN, gain=1.0, uniform=false]; 0",
                "@Orthogonal(gain = 3); Orthogonal[gain=3.0]; 0",
                "@Constant(-2); Constant[value=-2.0]; 0",
                "@PyTorchDefault; FanInUniform[fanIn=3]; default"
            })
    void initialisersBecome(String annotation, String start, String bias) {
        for (String text : List.of(
                "@Dense(2) " + annotation + " Tensor y(@In(3) Tensor x);",
                annotation + " @Dense(2) Tensor y(@In(3) Tensor x);",
                annotation + " type; @Dense(2) Tensor y(@In(3) Tensor x);",
                "@Normal(9) type; @Dense(2) " + annotation + " Tensor y(@In(3) Tensor x);")) {
            Graph graph = Built.of(text.contains("(9)") ? "suppress no-weights; " + text : text)
                    .graph();
            assertEquals(List.of("y.dense.weight 2x3 " + start), told(graph, "weight"), text);
            assertEquals(
                    List.of("y.dense.bias 2 " + (bias.equals("0") ? "Constant[value=0.0]" : start)),
                    told(graph, "bias"),
                    text);
        }
    }

    /** The nearest of each kind counts, and kinds do not disturb one another. */
    @Test
    void theNearestOfEachKindCounts() {
        Graph graph = Built.of("""
                @L2(0.5) @MaxNorm(3) type;
                @Dense(2) Tensor a(@In(3) Tensor x);
                @L2(0.25) @Add @Dense(2) @Tanh @Dense(2) @L2(0) @L1(1) Tensor b(Tensor a, @Dense(2) @UnitNorm Tensor x);
                @Dense(2) @NonNegative @BatchNorm Tensor c(Tensor b);
                """).graph();
        assertEquals(
                List.of(
                        upkeep("a.dense.weight", 3, "maxNorm, arguments=[3.0]", "l2Penalty, strength=0.5"),
                        upkeep("b.dense1.weight", 2, "maxNorm, arguments=[3.0]", "l2Penalty, strength=0.25"),
                        upkeep("b.dense2.weight", 2, "maxNorm, arguments=[3.0]", "l1Penalty, strength=1.0"),
                        upkeep("b.x.dense.weight", 3, "unitNorm, arguments=[]", "l2Penalty, strength=0.25"),
                        upkeep(
                                "c.dense.weight",
                                2,
                                "nonNegative, arguments=[]], Constraint[method=maxNorm, arguments=[3.0]",
                                "l2Penalty, strength=0.5"),
                        "c.batchNorm.weight 2 Constant[value=1.0]"),
                told(graph, "weight"));
        assertTrue(told(graph, "bias").stream().noneMatch(text -> text.contains("Upkeep")));
        assertEquals(
                List.of("a", "b", "b", "b", "c"),
                graph.penalties().stream()
                        .map(step -> step.formula().replaceAll("^[^a-z]*([a-z]).*$", "$1"))
                        .toList());
        assertEquals(
                List.of(
                        "Dense(2) with MaxNorm(3) and L2(0.5)",
                        "Add",
                        "Dense(2) with MaxNorm(3) and L2(0.25)",
                        "Dense(2) with MaxNorm(3) and L1(1)",
                        "Dense(2) with NonNegative and MaxNorm(3) and L2(0.5)"),
                graph.blocks().stream()
                        .flatMap(block -> block.layers().stream())
                        .filter(layer -> !layer.matches("Tanh|BatchNorm|x: .*"))
                        .toList());
    }

    private static String upkeep(String name, int in, String constraint, String penalty) {
        return name + " 2x" + in + " FanInUniform[fanIn=" + in
                + "] Upkeep[frozen=false, constraints=[Constraint[method=" + constraint
                + "]], penalties=[Penalty[operation=" + penalty + "]]]";
    }

    @Test
    void frozenLayersHaveNoStepsForTheirGradients() {
        Graph graph = Built.of("""
                @Frozen type;
                @Dense(4) @BatchNorm @ReLU Tensor a(@In(3) Tensor x);
                @Dense(2) @Frozen(false) Tensor b(Tensor a);
                @CrossEntropy Loss loss(Tensor b, Label l);
                """).graph();
        assertEquals(
                List.of("a.dense.weight", "a.dense.bias", "a.batchNorm.weight", "a.batchNorm.bias"),
                graph.parameters().stream()
                        .filter(ParameterSpec::frozen)
                        .map(ParameterSpec::name)
                        .toList());
        assertEquals(
                List.of("b.dense.weight", "b.dense.bias"),
                graph.blocks().stream()
                        .flatMap(block -> block.backward().stream())
                        .flatMap(step -> step.learns().stream())
                        .map(ParameterSpec::name)
                        .toList());
        assertEquals("Dense(4) with Frozen", graph.blocks().get(0).layers().get(0));
        assertFalse(graph.penalised());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Dense(3) @L2(0.1) Tensor h(@In(4) Tensor x); @CrossEntropy Loss l(Tensor h, Label c);",
                "@Dense(3) @L1(0.1) Tensor h(@In(4) Tensor x); @CrossEntropy Loss l(Tensor h, Label c);",
                "@L1(0.3) @L2(0.2) type; @Dense(3) @Tanh Tensor h(@In(4) Tensor x);"
                        + "@Add @Dense(2) @L1(0) Tensor y(Tensor h, @Dense Tensor x);"
                        + "@MeanSquaredError(weight = 2) Loss l(Tensor y, Target t);",
                "@Frozen @Dense(3) @Tanh Tensor h(@In(4) Tensor x); @Dense(2) Tensor y(Tensor h);"
                        + "@CrossEntropy Loss l(Tensor y, Label c);",
                "@Dense(3) @Tanh Tensor h(@In(4) Tensor x); @Frozen @Dense(2) @BatchNorm Tensor y(Tensor h);"
                        + "@CrossEntropy Loss l(Tensor y, Label c);",
                "@Frozen type; @Dense(3) @Tanh Tensor h(@In(4) Tensor x); @CrossEntropy Loss l(Tensor h, Label c);",
                "@In(4) @L2(0.1) @Dense(3) @L1(0.2) @Sigmoid @Dense(2) @Frozen @CrossEntropy type;"
            })
    void gradients(String text) {
        GradientCheck.check(Built.of(text));
    }

    /** Once for shared weights, once for each set of own ones; those of a used network's own used networks too. */
    @Test
    void gradientsThroughUsedNetworks() {
        Built block = new Built().and("Block", "@Dense(3) @L2(0.3) @Tanh Tensor y(@In(3) Tensor x);");
        GradientCheck.check(block.and("Shared", """
                @Use(Block.class) @Repeat(value = 3, shared = true) Tensor y(@In(3) Tensor x);
                @CrossEntropy Loss l(Tensor y, Label c);
                """));
        GradientCheck.check(block.and("Own", """
                @Use(Block.class) @Repeat(2) @Dense(2) @L1(0.1) Tensor y(@In(3) Tensor x);
                @CrossEntropy Loss l(Tensor y, Label c);
                """));
        GradientCheck.check(block.and("Outer", """
                @Use(Own.class) Tensor y(@In(3) Tensor x);
                @CrossEntropy Loss l(Tensor y, Label c);
                """));
        assertTrue(block.graph().penalised());
        assertTrue(block.graph().penalties().isEmpty());
        GradientCheck.check(block.and("Kept", """
                @Dense(3) @L1(0.2) Tensor x1(@In(3) Tensor x);
                @Use(Own.class) @Frozen Tensor y(Tensor x1);
                @CrossEntropy Loss l(Tensor y, Label c);
                """));
        assertFalse(block.graph().used().get(0).penalised());
    }

    /** A layer whose weights are what the test says, and learned or not. */
    private record Sized(List<Integer> sizes) implements Layer {
        @Override
        public String name() {
            return "Sized";
        }

        @Override
        public Set<Trait> traits() {
            return Set.of(Trait.PARAMETERS, Trait.INITIALISED);
        }

        @Override
        public Optional<Shape> shape(Site site) {
            return Optional.of(site.input());
        }

        @Override
        public void emit(Emission emission) {
            emission.weight("weight", sizes, new ParameterSpec.Constant(3));
        }
    }

    /** Right after the layer it is an error, from further off the layer keeps its own way. */
    @ParameterizedTest
    @ValueSource(strings = {"@Xavier", "@He", "@LeCun", "@Orthogonal", "@MaxNorm(2)", "@UnitNorm"})
    void vectorsHaveNoRows(String text) {
        Declarations.Layer annotation = Declared.network("Net", text + " @ReLU Tensor y(@In(3) Tensor x);")
                .blocks()
                .get(0)
                .stack()
                .get(0);
        WeightRule rule = WeightRules.named(annotation.name()).orElseThrow();
        for (List<Integer> sizes : List.of(List.of(5), List.of(5, 4))) {
            for (int depth : new int[] {1, Treatment.Rule.OWN}) {
                List<Problem> problems = new ArrayList<>();
                List<ParameterSpec> parameters = new ArrayList<>();
                Treatment treatment = Treatment.NONE.with(new Treatment.Rule(annotation, rule, depth));
                Declarations.Layer sized =
                        new Declarations.Layer("Sized", Map.of(), Set.of(), new Declared.At("y@Sized"));
                new BlockEmission(new Arrays(), new ArrayList<>(), new Reporter(problems::add))
                        .emit(
                                new Placed(sized, new Sized(sizes), treatment, "sized", "y.sized"),
                                null,
                                true,
                                List.of(),
                                null,
                                Shape.of(3),
                                new BlockEmission.Name("y", true),
                                parameters);
                boolean fits = sizes.size() == 2;
                assertEquals(fits || depth == 1, problems.isEmpty());
                if (!problems.isEmpty()) {
                    assertEquals(
                            text + " needs weights of two or more axes, [out, in, ...]; weight of @Sized is 5\n"
                                    + "    take it out; @Normal, @Uniform and @Constant are for weights of any shape",
                            problems.get(0).text());
                    assertEquals(
                            "y" + text.replaceAll("[(].*", ""),
                            problems.get(0).position().toString());
                }
                boolean initialises = rule.kind() == WeightRule.Kind.INITIALISER;
                ParameterSpec weight = parameters.get(0);
                assertEquals(!fits || !initialises, weight.initialiser().equals(new ParameterSpec.Constant(3)));
                assertEquals(
                        fits && !initialises ? 1 : 0,
                        weight.upkeep().constraints().size());
            }
        }
    }

    /** A network in error gives no graph, and a layer that knows its weights' shape alone says what does not fit. */
    @Test
    void nothingToKeep() {
        Built built = Built.of("@Dense(2) @BatchNorm(affine = false) @Frozen Tensor y(@In(3) Tensor x);");
        assertTrue(built.failed());
        assertEquals(1, built.texts().size());
        assertTrue(Stream.of(built.texts().get(0)).allMatch(text -> text.contains("which learns nothing")));
    }
}
