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
import org.junit.jupiter.params.provider.CsvSource;

/** What rides on convolutions, what folds into them, and what is told of them. */
class ConvolutionPlanTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Conv2d(kernel = 2) @ReLU @Dropout                        | conv",
                "@Conv2d(kernel = 2) @SpatialDropout                       | conv",
                "@Conv2d(kernel = 2) @Tanh @DropPath                       | conv",
                "@ConvTranspose2d(kernel = 2) @ReLU @SpatialDropout        | convTranspose",
                "@Conv2d(kernel = 2) @DropConnect @ReLU @SpatialDropout    | dropWeights, conv",
                "@ConvTranspose2d(kernel = 2) @DropConnect @ReLU           | dropWeights, convTranspose",
                "@Conv2d(kernel = 2) @BatchNorm @ReLU @SpatialDropout      | conv, batchNorm",
                "@Conv2d(kernel = 2) @ReLU @DropBlock(blockSize = 2)       | conv, dropBlock",
                "@Conv2d(kernel = 2) @InstanceNorm(trackRunning = true) @ReLU @SpatialDropout | conv, instanceNorm",
                "@Conv2d(kernel = 2) @GroupNorm(groups = 2) @ReLU @SpatialDropout | conv, groupNorm",
                "@Conv2d(kernel = 2) @GroupNorm(groups = 2) @SiLU          | conv, groupNorm, activate",
                "@Conv2d(kernel = 2) @InstanceNorm @Tanh @DropPath         | conv, groupNorm",
            })
    void activationsAndMasksRide(String layers, String steps) {
        NetworkPlan plan = Planner.plan(built(layers));
        assertEquals(
                steps,
                String.join(
                        ", ",
                        plan.blocks().get(0).forward().stream()
                                .map(Step::operation)
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Conv2d(kernel = 2) @BatchNorm @ReLU @SpatialDropout                  | conv",
                "@Conv2d(value = 4, kernel = 2, groups = 2, bias = false) @BatchNorm   | conv",
                "@Conv2d(kernel = 2) @DropConnect @BatchNorm                           | conv",
                "@Conv2d(kernel = 2) @ReLU @BatchNorm                                  | conv, affine",
                "@ConvTranspose2d(kernel = 2) @BatchNorm @ReLU                         | convTranspose",
                "@ConvTranspose2d(value = 4, kernel = 2, groups = 2, bias = false) @BatchNorm | convTranspose",
                "@ConvTranspose2d(kernel = 2) @DropConnect @BatchNorm @BatchNorm       | convTranspose, affine",
                "@Conv2d(kernel = 2) @InstanceNorm(trackRunning = true) @ReLU          | conv",
                "@ConvTranspose2d(kernel = 2) @InstanceNorm(affine = true, trackRunning = true) | convTranspose",
                "@InstanceNorm(trackRunning = true) @ReLU                              | affine",
                "@Conv2d(kernel = 2) @InstanceNorm                                     | conv, groupNorm",
                "@Conv2d(kernel = 2) @GroupNorm(groups = 2) @SiLU @SpatialDropout      | conv, groupNorm",
                "@ConvTranspose2d(kernel = 2) @DropConnect @ReLU                       | convTranspose"
            })
    void predictors(String layers, String steps) {
        PredictorPlan plan = PredictorPlanner.plan(built(layers));
        assertEquals(
                steps,
                String.join(
                        ", ",
                        plan.blocks().get(0).steps().stream()
                                .map(Step::operation)
                                .toList()));
        assertTrue(plan.blocks().get(0).steps().stream()
                .flatMap(step -> step.operands().stream())
                .noneMatch(operand -> operand instanceof Operand.DroppedWeights
                        || operand instanceof Operand.Dropout
                        || operand instanceof Operand.Statistics));
    }

    /** The rows of a dense layer's mask are not those of a convolution, which ends sample by sample. */
    @Test
    void aMaskOfRowsDoesNotRideOnTheGradientOfTheConvolutionBehindIt() {
        NetworkPlan plan = Planner.plan(Built.of(
                        "@Dense(8) @Dropout Tensor a(@In({3, 5}) Tensor x); @Conv1d(value = 2, kernel = 3) Tensor y(Tensor a);")
                .graph());
        List<String> steps = plan.blocks().stream()
                .flatMap(block -> block.backward().stream())
                .map(Step::operation)
                .toList();
        assertTrue(steps.contains("activateGradient"), steps::toString);
    }

    @Test
    void whatIsTold() {
        Graph graph = built(
                "@Conv2d(kernel = 3, padding = -1, groups = -1) @Reshape({2, -1}) @Conv1d(value = 4, kernel = 2)");
        assertEquals(
                List.of(
                        "Conv2d(groups = DEPTHWISE, kernel = 3, padding = SAME)",
                        "Reshape({2, -1})",
                        "Conv1d(value = 4, kernel = 2)"),
                graph.blocks().get(0).layers());
        assertEquals(2 * 30 * 9 + 4 * 29 * 2 * 2, graph.blocks().get(0).multiplyAdds());
    }

    private static Graph built(String layers) {
        return Built.of(layers + " Tensor y(@In({2, 5, 6}) Tensor x);").graph();
    }
}
