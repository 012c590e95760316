package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.processor.plan.PredictorPlan;
import dev.nacre.processor.plan.PredictorPlanner;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Noise: its gradients, and that nothing is left of it in evaluation. */
class NoiseTest {
    @ParameterizedTest
    @ValueSource(strings = {"@GaussianDropout", "@GaussianDropout(0.1)", "@GaussianNoise(0.5)", "@GaussianNoise(0)"})
    void gradients(String text) {
        GradientCheck.check(Built.of("@Dense(4) " + text + " Tensor y(@In({3, 2}) Tensor x);"));
        GradientCheck.check(Built.of(
                "@Dense(3) @ReLU " + text + " @GELU " + text + " @Dense(2) Tensor y(" + text + " @In(4) Tensor x);"));
        GradientCheck.check(Built.of(
                text + " Tensor y(@In(4) Tensor x); @Add " + text + " Tensor z(Tensor y, " + text + " Tensor x);"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@GaussianDropout", "@GaussianNoise(0.5)"})
    void predictorsHaveNoTrace(String text) {
        PredictorPlan plan = PredictorPlanner.plan(Built.of(text + " @Dense(3) @ReLU " + text + " @BatchNorm @Dense(2) "
                        + text + " Tensor y(@In(4) Tensor x);")
                .graph());
        assertEquals(
                List.of("dense", "affine", "dense"),
                plan.blocks().get(0).steps().stream().map(Step::operation).toList());
    }
}
