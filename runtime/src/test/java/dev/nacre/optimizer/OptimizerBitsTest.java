package dev.nacre.optimizer;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.nacre.network.Parameter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps allocate nothing, and have the same bits on every machine and JDK. */
class OptimizerBitsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ATTEMPTS = 3000;
    private static final int CALLS = 100;

    /** Pinned: a change here is a change of the arithmetic, and resumed trainings of users change with it. */
    private static final Map<String, String> FINGERPRINTS = Map.ofEntries(
            entry("adadelta", "83bfb821c45b1b2e"),
            entry("adadelta_options", "4e4eb09e80364fa4"),
            entry("adagrad", "ff7e50d5b4fb65a3"),
            entry("adagrad_options", "729d2d77fdbe5b93"),
            entry("adam", "82c47511c44c0319"),
            entry("adam_amsgrad", "ded1a02eb1b16ea6"),
            entry("adamax", "999a2ff8a5df5645"),
            entry("adamax_options", "7dfbafa56efbab69"),
            entry("adamw", "8879b4ac98544a96"),
            entry("adamw_amsgrad", "2ef841f70687c019"),
            entry("clip_norm", "16adebb26089d8e1"),
            entry("clip_value", "16adebb26089d8e1"),
            entry("groups", "95b80a2e3bb26b64"),
            entry("lion", "7cdc2e5c5d95c256"),
            entry("lion_wd", "ea143c844c80026f"),
            entry("nadam", "8468d2efb8572c65"),
            entry("nadam_options", "c8eac2983ed06ce7"),
            entry("nadam_paper", "bffcab327b87ec7d"),
            entry("radam", "1f08d40b598e7419"),
            entry("radam_options", "c6e9153cd632256a"),
            entry("rmsprop", "da715eb2586e6b83"),
            entry("rmsprop_centered", "eef6c6aa02ca7e51"),
            entry("rmsprop_momentum", "738b8d3d51960639"),
            entry("rmsprop_options", "fb38a75f1918f82a"),
            entry("sgd_dampening", "4269d8a1a49b69be"),
            entry("sgd_decoupled", "36ab26ea4bf09522"),
            entry("sgd_nesterov_wd", "dd8d8fd95372206e"),
            entry("sgd_wd", "dfc9332a581f3adf"));

    static Stream<String> names() {
        return ReferenceOptimizerTest.names();
    }

    /** Enough elements for vectorised loops and what is left over after them. */
    private static Parameter parameter(String name, int size) {
        Parameter parameter = new Parameter(name, size);
        float[] values = Trace.inputs(size);
        System.arraycopy(values, 0, parameter.values(), 0, size);
        return parameter;
    }

    private static Optimizer all(String name, List<Parameter> parameters) {
        Schedule schedule = Schedule.oneCycle(4000).threePhases().warmUp(5).perEpoch(2);
        FluentOptimizer<?> optimizer =
                ReferenceOptimizerTest.OPTIMIZERS.get(name).get();
        if (!name.equals("groups")) {
            optimizer.group("*.bias", g -> g.weightDecay(0.01).learningRateFactor(0.5));
        }
        return optimizer
                .schedule(schedule)
                .clipNorm(20)
                .clipValue(3)
                .accumulate(2)
                .over(parameters);
    }

    @ParameterizedTest
    @MethodSource("names")
    void stepsAllocateNothing(String name) throws InterruptedException {
        List<Parameter> parameters = List.of(parameter("a.weight", 37), parameter("a.bias", 5));
        Optimizer optimizer = all(name, parameters);
        WeightAverage average = WeightAverage.exponential(0.99).biasCorrected().over(parameters);
        check(name, () -> {
            optimizer.step();
            optimizer.step();
            optimizer.gradientNorm();
            optimizer.zeroGrad();
            average.update();
            average.apply();
            average.restore();
        });
    }

    private static void check(String name, Runnable call) throws InterruptedException {
        long allocated = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (allocated == 0) {
                return;
            }
            // Compilation happens in the background.
            Thread.sleep(10);
        }
        assertEquals(0, allocated, name + " still allocates");
    }

    @Test
    void bitsArePinned() {
        Map<String, String> found = new TreeMap<>();
        names().forEach(name -> found.put(name, fingerprint(name)));
        assertEquals(new TreeMap<>(FINGERPRINTS).toString(), found.toString());
    }

    private static String fingerprint(String name) {
        Parameter weight = parameter("a.weight", 1003);
        Parameter bias = parameter("a.bias", 21);
        Optimizer optimizer = all(name, List.of(weight, bias));
        for (int step = 0; step < 60; step++) {
            pull(weight, step);
            pull(bias, step);
            optimizer.step();
        }
        return Long.toHexString(hash(bias, hash(weight, 0xcbf29ce484222325L)));
    }

    private static void pull(Parameter parameter, int step) {
        boolean add = parameter.accumulate();
        float[] gradient = parameter.gradients();
        for (int i = 0; i < gradient.length; i++) {
            float slope = parameter.values()[i] - ((i + step) * 6007 % 11 - 5) / 4f;
            gradient[i] = add ? gradient[i] + slope : slope;
        }
    }

    /** FNV-1a over the raw bits. */
    private static long hash(Parameter parameter, long seed) {
        long hash = seed;
        for (float value : parameter.values()) {
            hash = (hash ^ Float.floatToRawIntBits(value)) * 0x100000001b3L;
        }
        return hash;
    }
}
