package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.plan.NetworkPlan;
import dev.nacre.processor.plan.Planner;
import dev.nacre.processor.plan.PredictorPlan;
import dev.nacre.processor.plan.PredictorPlanner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropped weights: their gradients, and that nothing is left of them in evaluation but what its definition has. */
class DropConnectTest {
    private static final String MOMENTS = "evaluation = MOMENT_MATCHING";
    private static final String EACH = "masks = PER_SAMPLE";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@DropConnect",
                "@DropConnect(0.2)",
                "@DropConnect(0)",
                "@DropConnect(" + EACH + ")",
                "@DropConnect(" + MOMENTS + ")",
                "@DropConnect(value = 0.3, " + EACH + ", " + MOMENTS + ", samples = 7)"
            })
    void gradients(String text) {
        GradientCheck.check(Built.of("@Dense(4) " + text + " @Tanh Tensor y(@In({3, 2}) Tensor x);"));
        GradientCheck.check(Built.of("@Dense(3) " + text + " @ReLU @Dropout(0.3) @Dense(value = 5, bias = false) "
                + text + " @GELU @Dense(2) Tensor y(@In(4) Tensor x);"));
        GradientCheck.check(
                Built.of(
                        "@Dense(3) " + text + " @Frozen @Sigmoid @Dense(3) @L2(0.1) " + text
                                + " @SiLU Tensor y(@Dense(4) @In(4) Tensor x); @Add @Dense(2) Tensor z(Tensor y, @Dense(3) @ReLU Tensor x);"));
    }

    /** Ahead of all layers it is for all of them, but for those that say otherwise. */
    @Test
    void isForAllLayersBelow() {
        Graph graph = Built.of(
                        "@DropConnect(0.4) @Dense(3) @ReLU @Dense(4) @DropConnect(0) @BatchNorm Tensor y(@In(4) Tensor x);")
                .graph();
        List<Double> found = graph.blocks().get(0).forward().stream()
                .filter(step -> step.operation().equals("dropWeights"))
                .map(step -> ((Operand.Connections) step.operands().get(2)).p())
                .toList();
        assertEquals(List.of(0.4, 0.0), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@DropConnect(0.3)", "@DropConnect(" + EACH + ")"})
    void predictorsHaveNoTrace(String text) {
        Graph graph = Built.of(
                        "@Dense(3) " + text + " @BatchNorm @ReLU @Dense(2) " + text + " Tensor y(@In(4) Tensor x);")
                .graph();
        Graph plain = Built.of("@Dense(3) @BatchNorm @ReLU @Dense(2) Tensor y(@In(4) Tensor x);")
                .graph();
        PredictorPlan plan = PredictorPlanner.plan(graph);
        assertEquals(
                PredictorPlanner.plan(plain).blocks().get(0).steps(),
                plan.blocks().get(0).steps());
    }

    /** With one mask per batch the product is as it was: what rode on it still does. */
    @Test
    void activationsRideAllTheSame() {
        NetworkPlan plan = Planner.plan(
                Built.of("@Dense(3) @DropConnect @ReLU @Dropout(0.2) @Dense(2) @DropConnect Tensor y(@In(4) Tensor x);")
                        .graph());
        assertEquals(
                List.of("dropWeights", "dense", "dropWeights", "dense"),
                plan.blocks().get(0).forward().stream().map(Step::operation).toList());
    }

    @Test
    void momentsAreMatchedInPredictors() {
        PredictorPlan plan = PredictorPlanner.plan(
                Built.of("@Dense(3) @DropConnect(" + MOMENTS + ") @ReLU @Dense(2) Tensor y(@In(4) Tensor x);")
                        .graph());
        List<Step> steps = plan.blocks().get(0).steps();
        assertEquals(
                List.of("dense", "momentMatching", "dense"),
                steps.stream().map(Step::operation).toList());
        assertTrue(steps.stream()
                .flatMap(step -> step.operands().stream())
                .noneMatch(operand -> operand instanceof Operand.Connections
                        || operand instanceof Operand.DroppedWeights
                        || operand instanceof Operand.DroppedGradient));
    }
}
