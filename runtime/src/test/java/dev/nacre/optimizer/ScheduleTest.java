package dev.nacre.optimizer;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.io.SafeTensors;
import dev.nacre.network.Parameter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules against PyTorch's schedulers, and on their own. */
class ScheduleTest {
    private static final Map<String, double[]> TABLE = Reference.table("schedules.tsv");
    private static final Map<String, Schedule> SCHEDULES = Map.ofEntries(
            entry("step", Schedule.step(7, 0.5)),
            entry("multi_step", Schedule.multiStep(0.3, 5, 6, 40)),
            entry("exponential", Schedule.exponential(0.9)),
            entry("cosine", Schedule.cosine(25)),
            entry("cosine_minimum", Schedule.cosine(40, 0.02)),
            entry("cosine_restarts", Schedule.cosineRestarts(7, 1)),
            entry("cosine_restarts_longer", Schedule.cosineRestarts(5, 3, 0.01)),
            entry("linear", Schedule.linear(0.25, 0.75, 30)),
            entry("polynomial", Schedule.polynomial(30, 1)),
            entry("polynomial_power", Schedule.polynomial(45, 2.5)),
            entry("one_cycle", Schedule.oneCycle(60)),
            entry(
                    "one_cycle_linear",
                    Schedule.oneCycle(60).peak(0.15).linear().startDivisor(10).endDivisor(100)),
            entry("one_cycle_three_phases", Schedule.oneCycle(60).peak(0.4).threePhases()),
            entry("warm_up_cosine", Schedule.cosine(50).warmUp(10, 0.2)));
    private static final Map<String, Function<Optimizer, ReduceOnPlateau>> PLATEAUS = Map.of(
            "plateau", o -> ReduceOnPlateau.of(o).patience(2),
            "plateau_options",
                    o -> ReduceOnPlateau.of(o)
                            .patience(1)
                            .factor(0.5)
                            .absoluteThreshold(0.06)
                            .cooldown(2)
                            .minimum(0.03),
            "plateau_max", o -> ReduceOnPlateau.of(o).maximize().patience(3).factor(0.3));

    private final Parameter weight = new Parameter("w", 1);

    static Stream<String> schedules() {
        return SCHEDULES.keySet().stream().sorted();
    }

    static Stream<String> plateaus() {
        return PLATEAUS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void givesTheLearningRatesOfPyTorch(String name) {
        double[] expected = TABLE.get(name);
        for (int step = 0; step < expected.length; step++) {
            // PyTorch computes most of them from one step to the next, and so gathers rounding errors.
            assertEquals(expected[step], SCHEDULES.get(name).learningRate(0.1, step), 1e-14, name + " " + step);
        }
    }

    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of("cosine", "{\"type\":\"cosine\",\"tmax\":60,\"min\":0.001}", Schedule.cosine(60, 0.001)),
                Arguments.of(
                        "cosine_restarts",
                        "{\"type\":\"cosineRestarts\",\"t0\":10,\"mult\":2}",
                        Schedule.cosineRestarts(10, 2)),
                Arguments.of("exponential", "{\"type\":\"exponential\",\"gamma\":0.95}", Schedule.exponential(0.95)),
                Arguments.of(
                        "linear_warmup",
                        "{\"type\":\"linear\",\"start\":0.1,\"iters\":20}",
                        Schedule.linear(0.1, 1, 20)));
    }

    /** The cases {@code sched/*}, through an optimiser that takes the steps. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("stored")
    void drivesAnOptimizer(String name, String spec, Schedule schedule) throws Exception {
        SafeTensors file = SafeTensors.read(Path.of(ScheduleTest.class
                .getResource("/conformance/pytorch/sched." + name + ".safetensors")
                .toURI()));
        assertEquals(spec, file.metadata().get("spec"));
        Optimizer optimizer = Sgd.of(0.1f).schedule(schedule).over(List.of(weight));
        float[] expected = file.tensors().get("out.lr").data();
        assertEquals(60, expected.length);
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], optimizer.learningRate(), 4 * 0x1p-23 * 0.1, "step " + step);
            assertEquals(step, optimizer.steps());
            optimizer.step();
        }
    }

    @ParameterizedTest
    @MethodSource("plateaus")
    void reducesOnPlateausAsPyTorch(String name) {
        Optimizer optimizer = Sgd.of(0.1f).over(List.of(weight));
        ReduceOnPlateau plateau = PLATEAUS.get(name).apply(optimizer);
        double[] metrics = TABLE.get("metrics");
        double[] expected = TABLE.get(name);
        for (int i = 0; i < metrics.length; i++) {
            float before = optimizer.learningRate();
            boolean reduced = plateau.update(name.equals("plateau_max") ? -metrics[i] : metrics[i]);
            assertEquals(reduced, before > optimizer.learningRate());
            assertEquals(expected[i], optimizer.learningRate(), 1e-6 * expected[i], name + " " + i);
        }
        assertEquals(name.equals("plateau_max") ? -0.4 : 0.4, plateau.best());
    }

    @Test
    void allLinesOfTheTableAreUsed() {
        Set<String> used = new HashSet<>(SCHEDULES.keySet());
        used.addAll(PLATEAUS.keySet());
        used.add("metrics");
        assertEquals(TABLE.keySet(), used);
    }

    @Test
    void warmsUpInEqualStepsToTheFirstRate() {
        Schedule schedule = Schedule.step(2, 0.5).warmUp(4);
        double[] expected = {1, 2, 3, 4, 4, 4, 2, 2, 1};
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], schedule.learningRate(4, step));
        }
        assertEquals(1, Schedule.oneCycle(10).startDivisor(2).warmUp(2).learningRate(4, 0), 1e-15);
    }

    @Test
    void countsEpochs() {
        Schedule schedule = Schedule.exponential(0.5).perEpoch(3);
        assertEquals(8, schedule.learningRate(8, 2));
        assertEquals(4, schedule.learningRate(8, 3));
        assertEquals(1, Schedule.exponential(0.5).warmUp(1).perEpoch(3).learningRate(4, 9));
    }

    @Test
    void endsAndStaysThere() {
        assertEquals(0.004 / 1e4, Schedule.oneCycle(60).learningRate(0.1, 59), 1e-20);
        assertEquals(0.004 / 1e4, Schedule.oneCycle(60).learningRate(0.1, 1_000_000), 1e-20);
        assertEquals(0.5, Schedule.polynomial(10, 3, 0.5).learningRate(2, 11));
        assertEquals(2, Schedule.linear(0, 2, 10).learningRate(1, Long.MAX_VALUE));
        assertEquals(0.1, Schedule.constant().learningRate(0.1, Long.MAX_VALUE));
        double late = Schedule.cosineRestarts(Long.MAX_VALUE / 2, 3).learningRate(1, Long.MAX_VALUE - 1);
        assertTrue(late >= 0 && late <= 1);
    }

    /** With all steps before the peak, or none, there is still a rate for each step. */
    @Test
    void oneCycleAtItsEdges() {
        assertEquals(1, Schedule.oneCycle(10).peak(1).learningRate(1, 9), 1e-15);
        assertEquals(1, Schedule.oneCycle(10).peak(0.1).learningRate(1, 0), 1e-15);
        assertTrue(Schedule.oneCycle(2).peak(0).learningRate(1, 0) < 1);
        assertTrue(Schedule.oneCycle(4).peak(0.5).threePhases().learningRate(1, 3) < 0.04);
    }

    @Test
    void groupsHaveTheirOwnBase() {
        Parameter bias = new Parameter("b", 1);
        Optimizer sgd = Sgd.of(1)
                .group("b", g -> g.learningRateFactor(3))
                .schedule(Schedule.polynomial(2, 1, 0.5))
                .over(List.of(weight, bias));
        weight.gradients()[0] = 1;
        bias.gradients()[0] = 1;
        sgd.step();
        assertEquals(-1, weight.values()[0]);
        assertEquals(-3, bias.values()[0]);
        sgd.step();
        assertEquals(-1.75f, weight.values()[0]);
        assertEquals(-4.75f, bias.values()[0]);
    }

    @Test
    void theLearningRateIsWhereTheScheduleStarts() {
        Optimizer sgd = Sgd.of(1).schedule(Schedule.exponential(0.5)).over(List.of(weight));
        sgd.step();
        assertEquals(0.5f, sgd.learningRate());
        sgd.learningRate(8);
        assertEquals(4, sgd.learningRate());
        ReduceOnPlateau plateau =
                ReduceOnPlateau.of(sgd).patience(0).factor(0.25).absoluteThreshold(0);
        assertTrue(plateau.update(Double.NaN));
        assertEquals(1, sgd.learningRate());
    }

    @Test
    void refusesAScheduleThatGivesNoRate() {
        Sgd sgd = Sgd.of(1).over(List.of(weight));
        String message = assertThrows(IllegalArgumentException.class, () -> sgd.schedule((base, step) -> 0 / 0.0))
                .getMessage();
        assertEquals(
                "the schedule gave the learning rate NaN after 0 steps: it must be a finite number, 0 or more",
                message);
        sgd.step();
        assertEquals(1, sgd.learningRate());
    }
}
