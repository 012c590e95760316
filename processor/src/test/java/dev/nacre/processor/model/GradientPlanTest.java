package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.processor.plan.NetworkPlan;
import dev.nacre.processor.plan.Pass;
import dev.nacre.processor.plan.Planner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where gradients ride on the products of the backward pass. */
class GradientPlanTest {
    private static final String LOSS = " @CrossEntropy Loss e(Tensor y, Label l);";

    private static List<String> backward(String blocks) {
        NetworkPlan plan = Planner.plan(Built.of(blocks).graph());
        return plan.backward().stream()
                .flatMap(pass -> pass.steps().stream())
                .map(step -> step.operation() + (rides(step) ? "+" : ""))
                .toList();
    }

    /** Whether something rides on it. */
    private static boolean rides(Step step) {
        return step.operation().equals("denseInputGradient") && step.operands().size() > 6
                || step.operation().equals("denseWeightGradient")
                        && step.operands().size() > 7;
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ReLU", "@ReLU @Dropout(0.5)", "@GELU", "@Dropout(0.5)", "@Tanh @Dropout(0.1)"})
    void acrossBlocks(String activation) {
        assertEquals(
                List.of("denseWeightGradient+", "denseInputGradient+", "denseWeightGradient+"),
                backward("@Dense(40) " + activation + " Tensor h(@In(40) Tensor x); @Dense(3) Tensor y(Tensor h);"
                        + LOSS));
    }

    @ParameterizedTest
    @CsvSource({"@ReLU, 0", "@Tanh, 0", "@SiLU, 1", "@ReLU @Dropout(0.5), 1"})
    void onMaxPooling(String activation, int byItself) {
        assertEquals(
                byItself,
                backward("@Conv2d(value = 4, kernel = 3) " + activation
                                + " Tensor h(@In({1, 8, 8}) Tensor x); @MaxPool2d(kernel = 2) @Flatten @Dense(3) Tensor y(Tensor h);"
                                + LOSS)
                        .stream()
                        .filter("activateGradient"::equals)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "@Add @ReLU, false",
        "@Add @SiLU, true",
        "@Add @ReLU @Dropout(0.5), true",
        "@Add, false",
    })
    void sumsEndInFunctions(String layers, boolean activates) {
        NetworkPlan plan = Planner.plan(Built.of("@Dense(40) Tensor g(@In(40) Tensor x); " + layers
                        + " Tensor h(Tensor g, Tensor x); @Dense(3) Tensor y(Tensor h);" + LOSS)
                .graph());
        assertEquals(
                activates,
                plan.blocks().stream()
                        .flatMap(block -> block.forward().stream())
                        .anyMatch(step -> step.operation().equals("activate")));
    }

    @Test
    void insideABlock() {
        assertEquals(
                List.of("denseWeightGradient+", "denseInputGradient+", "denseWeightGradient+"),
                backward("@Dense(40) @ReLU @Dense(3) Tensor y(@In(40) Tensor x);" + LOSS));
    }

    @Test
    void notWhereAnotherReaderAddsToTheGradient() {
        assertEquals(
                1,
                backward("@Dense(40) @ReLU Tensor h(@In(40) Tensor x); @Dense(40) Tensor g(Tensor h);"
                                + " @Add @Dense(3) Tensor y(Tensor g, Tensor h);" + LOSS)
                        .stream()
                        .filter("activateGradient"::equals)
                        .count());
    }

    @Test
    void notInUnrolledNetworks() {
        assertEquals(
                List.of(
                        "denseWeightGradient",
                        "columnSum",
                        "denseInputGradient",
                        "activateGradient",
                        "denseWeightGradient",
                        "columnSum"),
                backward("@Dense(4) @ReLU @Dense(3) Tensor y(@In(4) Tensor x);" + LOSS));
    }

    @Test
    void aProductWithoutBiasStaysAsItIs() {
        assertEquals(
                List.of("denseWeightGradient", "denseInputGradient+", "denseWeightGradient+"),
                backward("@Dense(40) @ReLU @Dense(value = 3, bias = false) Tensor y(@In(40) Tensor x);" + LOSS));
    }

    /** A mask falls on rows: they are those of the product, forward and backward. */
    @Test
    void theMaskHasTheRowsOfTheProduct() {
        NetworkPlan plan = Planner.plan(Built.of("@Dense(40) @Dropout(0.5) Tensor y(@In({3, 20}) Tensor x);")
                .graph());
        Pass pass = plan.backward().get(0);
        Step gradient = pass.steps().get(0);
        assertEquals("activateGradient", gradient.operation());
        assertEquals(
                List.of(new Operand.Rows(3), new Operand.Size(40)),
                gradient.operands().subList(3, 5));
    }
}
