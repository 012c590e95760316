package dev.nacre.optimizer;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps with each set of options against what PyTorch, or the paper's formula, gives in double precision. */
class ReferenceOptimizerTest {
    static final Map<String, Supplier<FluentOptimizer<?>>> OPTIMIZERS = Map.ofEntries(
            entry("sgd_wd", () -> Sgd.of(0.1f).weightDecay(0.05)),
            entry(
                    "sgd_nesterov_wd",
                    () -> Sgd.of(0.02f).momentum(0.9).nesterov().weightDecay(0.05)),
            entry("sgd_dampening", () -> Sgd.of(0.05f).momentum(0.8).dampening(0.5)),
            entry("sgd_decoupled", () -> Sgd.of(0.05f).momentum(0.9).decoupledWeightDecay(0.1)),
            entry("adagrad", () -> AdaGrad.of(0.1f)),
            entry(
                    "adagrad_options",
                    () -> AdaGrad.of(0.1f)
                            .learningRateDecay(0.2)
                            .weightDecay(0.05)
                            .initialSum(0.5)
                            .epsilon(1e-3)),
            entry("rmsprop", () -> RmsProp.of(0.01f)),
            entry(
                    "rmsprop_centered",
                    () -> RmsProp.of(0.01f).alpha(0.9).epsilon(1e-3).centered()),
            entry(
                    "rmsprop_options",
                    () -> RmsProp.of(0.01f)
                            .alpha(0.9)
                            .epsilon(1e-3)
                            .centered()
                            .momentum(0.5)
                            .weightDecay(0.05)),
            entry("rmsprop_momentum", () -> RmsProp.of(0.01f).momentum(0.5)),
            entry("adam", () -> Adam.of(0.01f)),
            entry("adam_amsgrad", () -> Adam.of(0.01f).betas(0.5, 0.6).amsgrad().weightDecay(0.05)),
            entry("adamw", () -> AdamW.of(0.01f)),
            entry(
                    "adamw_amsgrad",
                    () -> AdamW.of(0.01f).betas(0.5, 0.6).amsgrad().weightDecay(0.5)),
            entry("adadelta", () -> AdaDelta.of(1)),
            entry(
                    "adadelta_options",
                    () -> AdaDelta.of(0.5f).rho(0.7).epsilon(1e-4).weightDecay(0.05)),
            entry("adamax", () -> Adamax.of(0.01f)),
            entry(
                    "adamax_options",
                    () -> Adamax.of(0.01f).betas(0.7, 0.8).epsilon(1e-3).weightDecay(0.05)),
            entry("nadam", () -> NAdam.of(0.01f)),
            entry(
                    "nadam_options",
                    () -> NAdam.of(0.01f)
                            .betas(0.8, 0.9)
                            .epsilon(1e-3)
                            .momentumDecay(0.05)
                            .weightDecay(0.05)),
            entry("nadam_paper", () -> NAdam.of(0.01f).paperCorrection()),
            entry("radam", () -> RAdam.of(0.01f)),
            entry(
                    "radam_options",
                    () -> RAdam.of(0.01f).betas(0.8, 0.9).epsilon(1e-3).weightDecay(0.05)),
            entry("lion", () -> Lion.of(0.01f)),
            entry("lion_wd", () -> Lion.of(0.01f).betas(0.8, 0.9).weightDecay(0.5)),
            entry("clip_norm", () -> Sgd.of(0.1f).momentum(0.9).clipNorm(1.5)),
            entry("clip_value", () -> Sgd.of(0.1f).momentum(0.9).clipValue(0.3)),
            entry(
                    "groups",
                    () -> Adam.of(0.01f)
                            .weightDecay(0.05)
                            .group("*.bias", g -> g.weightDecay(0).learningRateFactor(0.1))));

    static Stream<String> names() {
        return OPTIMIZERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesTheSteps(String name) {
        Trace trace = new Trace();
        Optimizer optimizer = OPTIMIZERS.get(name).get().over(trace.parameters());
        float[] found = trace.steps(optimizer, 0, Trace.STEPS).values();
        double[] expected = Trace.TABLE.get(name);
        for (int i = 0; i < expected.length; i++) {
            // Sixteen times four units in the last place of the greatest value, 2.
            assertEquals(expected[i], found[i], 64 * 0x1p-23 * 2, name + " " + i);
        }
    }

    @Test
    void allLinesOfTheTableAreUsed() {
        Set<String> lines = Trace.TABLE.keySet().stream()
                .filter(name -> !name.startsWith("gradient") && !name.equals("start"))
                .collect(Collectors.toSet());
        assertEquals(lines, OPTIMIZERS.keySet());
        assertTrue(lines.size() > 20);
    }
}
