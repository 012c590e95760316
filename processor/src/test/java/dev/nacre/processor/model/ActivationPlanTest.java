package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.plan.BlockPlan;
import dev.nacre.processor.plan.NetworkPlan;
import dev.nacre.processor.plan.Planner;
import dev.nacre.processor.plan.PredictorPlan;
import dev.nacre.processor.plan.PredictorPlanner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where activations ride on products: everywhere in evaluation, in training only if the gradient can do without the input. */
class ActivationPlanTest {
    private static NetworkPlan plan(String stack) {
        return Planner.plan(graph(stack));
    }

    private static Graph graph(String stack) {
        return Built.of(stack + " @Dense(2) Tensor y(@In(4) Tensor x);").graph();
    }

    private static List<String> operations(List<Step> steps) {
        return steps.stream().map(Step::operation).toList();
    }

    private static Step only(List<Step> steps, String operation) {
        List<Step> found = steps.stream()
                .filter(step -> step.operation().equals(operation))
                .toList();
        assertEquals(1, found.size());
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ReLU", "@Tanh", "@LeakyReLU", "@ELU", "@SELU", "@CELU", "@LogSigmoid", "@Softshrink"})
    void ridesOnTheProductWhereTheOutputTellsTheGradient(String activation) {
        BlockPlan block =
                plan("@Dense(3) " + activation + " @Dropout(0.5)").blocks().get(0);
        assertEquals(List.of("dense", "dense"), operations(block.forward()));
        assertEquals(
                block.forward().get(0).writes(),
                only(block.backward(), "activateGradient").reads().subList(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@GELU", "@SiLU", "@Mish", "@Softplus", "@Softsign", "@HardTanh", "@LeakyReLU(-0.5)"})
    void keepsTheInputInTrainingWhereTheGradientNeedsIt(String activation) {
        BlockPlan block =
                plan("@Dense(3) " + activation + " @Dropout(0.5)").blocks().get(0);
        assertEquals(List.of("dense", "activate", "dense"), operations(block.forward()));
        Step activate = block.forward().get(1);
        assertTrue(activate.operands().stream().anyMatch(Operand.Dropout.class::isInstance));
        Step gradient = only(block.backward(), "activateGradient");
        assertEquals(activate.reads(), gradient.reads().subList(0, 1));
        assertTrue(gradient.operands().stream().anyMatch(Operand.Dropout.class::isInstance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ReLU", "@GELU", "@SiLU", "@Mish", "@HardTanh(min = -2, max = 2)", "@RReLU", "@ELU(0.3)"})
    void ridesOnTheProductInEvaluation(String activation) {
        PredictorPlan plan = PredictorPlanner.plan(graph("@Dense(3) " + activation + " @Dropout(0.5)"));
        assertEquals(List.of("dense", "dense"), operations(plan.blocks().get(0).steps()));
    }

    /** Without chance a randomized ReLU is leaky with the mean slope. */
    @Test
    void randomSlopesAreTheirMeanInEvaluation() {
        PredictorPlan plan = PredictorPlanner.plan(graph("@Dense(3) @RReLU(lower = 0.1, upper = 0.3)"));
        assertTrue(plan.blocks().get(0).steps().get(0).operands().stream()
                .anyMatch(operand -> operand instanceof Operand.Function function
                        && function.activation().equals("leakyRelu")
                        && function.parameters().equals(List.of(0.2))));
    }
}
