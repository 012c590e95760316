package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.processor.plan.NetworkPlan;
import dev.nacre.processor.plan.Planner;
import dev.nacre.processor.plan.PredictorPlan;
import dev.nacre.processor.plan.PredictorPlanner;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that only change the shape cost nothing between others: no step, no array, and they do not stop fusion. */
class ViewTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Flatten",
                "@Reshape({3, 2})",
                "@Reshape({1, -1, 1})",
                "@Permute({1, 0, 2})",
                "@Permute({2, 1, 0})",
                "@Transpose(first = 0, second = 1)",
                "@Slice(axis = 1)",
                "@Split(parts = 1, index = 0)"
            })
    void costsNothing(String view) {
        Graph graph = Built.of("@Reshape({1, 6, 1}) Tensor x1(@In(6) Tensor x);"
                        + " @Flatten @Dense(6) @Reshape({1, 6, 1}) " + view + " @ReLU " + " Tensor h(Tensor x1);"
                        + " @Flatten @Dense(2) Tensor y(Tensor h);")
                .graph();
        NetworkPlan network = Planner.plan(graph);
        assertEquals(List.of("dense"), operations(network.blocks().get(1).forward()));
        assertEquals(
                List.of("activateGradient", "denseWeightGradient", "columnSum"),
                operations(network.blocks().get(1).backward()));
        PredictorPlan predictor = PredictorPlanner.plan(graph);
        assertEquals(List.of("dense"), operations(predictor.blocks().get(1).steps()));
    }

    private static List<String> operations(List<Step> steps) {
        return steps.stream().map(Step::operation).toList();
    }
}
