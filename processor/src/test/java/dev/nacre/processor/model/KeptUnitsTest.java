package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.plan.NetworkPlan;
import dev.nacre.processor.plan.Planner;
import dev.nacre.processor.plan.PredictorPlanner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which products are told of masks that the batch shares, and that their gradients stay what they were. */
class KeptUnitsTest {
    private static final String LOSS = " @CrossEntropy Loss e(Tensor y, Label l);";

    /** Operations of products, each with the names of the masks that it is told: {@code keptDense(h.dropout, -)}. */
    private static List<String> products(String blocks) {
        NetworkPlan plan = Planner.plan(Built.of(blocks).graph());
        return Stream.concat(
                        plan.blocks().stream().flatMap(block -> block.forward().stream()),
                        Stream.concat(plan.backward().stream(), plan.inputBackward().stream())
                                .flatMap(pass -> pass.steps().stream()))
                .filter(step ->
                        step.operation().toLowerCase(java.util.Locale.ROOT).contains("dense"))
                .map(KeptUnitsTest::text)
                .toList();
    }

    private static String text(Step step) {
        List<String> masks = step.operands().stream()
                .filter(operand -> operand instanceof Operand.Dropout || operand instanceof Operand.Kept)
                .map(operand -> operand instanceof Operand.Kept kept
                        ? kept.by().map(Operand.Dropout::name).orElse("-")
                        : ((Operand.Dropout) operand).name())
                .toList();
        return step.operation() + masks;
    }

    @Test
    void everyProductBesideASharedMaskIsToldOfIt() {
        assertEquals(
                List.of(
                        "keptDense[h.dropout, -]",
                        "keptDense[g.dropout, h.dropout]",
                        "keptDense[-, g.dropout]",
                        "keptDenseWeightGradient[-, g.dropout]",
                        "keptDenseInputGradient[g.dropout, -]",
                        "keptDenseWeightGradient[g.dropout, h.dropout]",
                        "keptDenseInputGradient[h.dropout, g.dropout]",
                        "keptDenseWeightGradient[h.dropout, -]",
                        "keptDenseInputGradient[h.dropout]"),
                products("@Dense(50) @ReLU @Dropout(value = 0.5, shared = {BATCH}) Tensor h(@In(50) Tensor x);"
                        + " @Dense(60) @Tanh @Dropout(value = 0.5, shared = {BATCH}) Tensor g(Tensor h);"
                        + " @Dense(40) Tensor y(Tensor g);" + LOSS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A mask for each sample, one that time steps do not share, too few weights, and squares.
                "@Dense(50) @Dropout(0.5) @Dense(60) Tensor y(@In(50) Tensor x);",
                "@Dense(50) @Dropout(value = 0.5, shared = {BATCH}) @Dense(60) Tensor y(@In({3, 50}) Tensor x);",
                "@Dense(40) @Dropout(value = 0.5, shared = {BATCH}) @Dense(40) Tensor y(@In(40) Tensor x);",
                "@Dense(50) @Dropout(value = 0.5, shared = {TIME}) @Dense(60) Tensor y(@In({3, 50}) Tensor x);",
                "@Dense(50) @ReLU @Dense(60) Tensor y(@In(50) Tensor x);"
            })
    void otherMasksStayMasks(String block) {
        assertTrue(products(block).stream().noneMatch(text -> text.startsWith("kept")), products(block)::toString);
    }

    @Test
    void evaluationKnowsNothingOfIt() {
        assertTrue(PredictorPlanner.plan(Built.of(
                                "@Dense(50) @Dropout(value = 0.5, shared = {BATCH}) @Dense(60) Tensor y(@In(50) Tensor x);")
                        .graph())
                .blocks()
                .stream()
                .flatMap(block -> block.steps().stream())
                .allMatch(step -> step.operation().equals("dense")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Dense(48) @Tanh @Dropout(value = 0.5, shared = {BATCH}) @Dense(44) Tensor y(@In(47) Tensor x);",
                "@Dropout(value = 0.5, shared = {BATCH}) @Dense(48) Tensor y(@In(47) Tensor x);",
                "@Dense(48) @GELU @Dropout(value = 0.5, shared = {BATCH}, scaling = AT_EVALUATION) @Dense(44) Tensor y(@In(47) Tensor x);",
                "@Dense(48) @Tanh @Dropout(value = 0.5, shared = {TIME, BATCH}) @Dense(44) Tensor y(@In({2, 47}) Tensor x);",
                "@Dense(48) @Tanh @Dropout(value = 0.5, shared = {BATCH}) Tensor h(@In(48) Tensor x);"
                        + " @Dense(48) @Sigmoid @Dropout(value = 0.3, shared = {BATCH}) Tensor g(Tensor h); @Add Tensor y(Tensor h, Tensor g);"
            })
    void gradients(String text) {
        GradientCheck.check(Built.of(text));
        assertTrue(products(text).stream().anyMatch(product -> product.startsWith("kept")));
    }
}
