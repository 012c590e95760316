package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.io.SafeTensors;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Five steps of each optimiser on a small network against what PyTorch computed in double precision. */
class PyTorchOptimizerTest {
    private static final int STEPS = 5;
    private static final int ROWS = 6;

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(
                        "sgd", "{\"opt\":\"SGD\",\"lr\":0.1}", p -> Sgd.of(0.1f).over(p)),
                arguments(
                        "momentum",
                        "{\"opt\":\"SGD\",\"lr\":0.05,\"momentum\":0.9}",
                        p -> Sgd.of(0.05f).momentum(0.9f).over(p)),
                arguments(
                        "momentum_dampening",
                        "{\"opt\":\"SGD\",\"lr\":0.05,\"momentum\":0.9,\"dampening\":0.3}",
                        p -> Sgd.of(0.05f).momentum(0.9).dampening(0.3).over(p)),
                arguments(
                        "momentum_wd",
                        "{\"opt\":\"SGD\",\"lr\":0.05,\"momentum\":0.9,\"weight_decay\":0.01}",
                        p -> Sgd.of(0.05f).momentum(0.9).weightDecay(0.01f).over(p)),
                arguments(
                        "nesterov",
                        "{\"opt\":\"SGD\",\"lr\":0.05,\"momentum\":0.9,\"nesterov\":true}",
                        p -> Sgd.of(0.05f).nesterov().momentum(0.9).over(p)),
                arguments(
                        "nesterov_wd",
                        "{\"opt\":\"SGD\",\"lr\":0.05,\"momentum\":0.9,\"nesterov\":true,\"weight_decay\":0.01}",
                        p -> Sgd.of(0.05f)
                                .momentum(0.9)
                                .nesterov()
                                .weightDecay(0.01)
                                .over(p)),
                arguments(
                        "adam",
                        "{\"opt\":\"Adam\",\"lr\":0.01}",
                        p -> Adam.of(0.01f).over(p)),
                arguments(
                        "adam_wd",
                        "{\"opt\":\"Adam\",\"lr\":0.01,\"weight_decay\":0.05}",
                        p -> Adam.of(0.01f).weightDecay(0.05).over(p)),
                arguments(
                        "adam_eps1e-3",
                        "{\"opt\":\"Adam\",\"lr\":0.01,\"eps\":0.001,\"betas\":[0.8,0.95]}",
                        p -> Adam.of(0.01f).betas(0.8, 0.95).epsilon(1e-3).over(p)),
                arguments(
                        "adam_amsgrad",
                        "{\"opt\":\"Adam\",\"lr\":0.01,\"amsgrad\":true}",
                        p -> Adam.of(0.01f).amsgrad().over(p)),
                arguments(
                        "adamax",
                        "{\"opt\":\"Adamax\",\"lr\":0.01}",
                        p -> Adamax.of(0.01f).over(p)),
                arguments(
                        "nadam",
                        "{\"opt\":\"NAdam\",\"lr\":0.01}",
                        p -> NAdam.of(0.01f).over(p)),
                arguments(
                        "adadelta",
                        "{\"opt\":\"Adadelta\",\"lr\":1.0}",
                        p -> AdaDelta.of(1).over(p)),
                arguments(
                        "adagrad_decay",
                        "{\"opt\":\"Adagrad\",\"lr\":0.05,\"lr_decay\":0.1,\"initial_accumulator_value\":0.1}",
                        p -> AdaGrad.of(0.05f)
                                .learningRateDecay(0.1)
                                .initialSum(0.1)
                                .over(p)),
                arguments(
                        "rmsprop_momentum",
                        "{\"opt\":\"RMSprop\",\"lr\":0.01,\"momentum\":0.9}",
                        p -> RmsProp.of(0.01f).momentum(0.9).over(p)),
                arguments(
                        "clip_value_0.02",
                        "{\"opt\":\"SGD\",\"lr\":0.5,\"clipValue\":0.02}",
                        p -> Sgd.of(0.5f).clipValue(0.02).over(p)));
    }

    private static Arguments arguments(String name, String spec, Function<List<Parameter>, Optimizer> optimizer) {
        return Arguments.of(name, spec, optimizer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void takesTheStepsOfPyTorch(String name, String spec, Function<List<Parameter>, Optimizer> make) throws Exception {
        SafeTensors file = SafeTensors.read(Path.of(PyTorchOptimizerTest.class
                .getResource("/conformance/pytorch/optim." + name + ".safetensors")
                .toURI()));
        assertEquals(spec, file.metadata().get("spec"));
        ReferenceMlp mlp = new ReferenceMlp(5, 7, 4);
        for (Parameter parameter : mlp.parameters()) {
            Tensor start = file.tensors().get("param." + parameter.name());
            System.arraycopy(start.data(), 0, parameter.values(), 0, start.elements());
        }
        Optimizer optimizer = make.apply(mlp.parameters());
        float[] x = file.tensors().get("in.x").data();
        float[] labels = file.tensors().get("in.t").data();
        float[] losses = new float[STEPS];
        for (int step = 0; step < STEPS; step++) {
            losses[step] = (float) mlp.lossAndGradient(x, labels, step * ROWS, ROWS);
            optimizer.step();
            if (step == 0) {
                for (Parameter parameter : mlp.parameters()) {
                    assertNear(file, "grad." + parameter.name(), parameter.gradients(), 1);
                    assertNear(file, "step1." + parameter.name(), parameter.values(), 1);
                }
            }
        }
        assertNear(file, "loss", losses, 8);
        for (Parameter parameter : mlp.parameters()) {
            assertNear(file, "step5." + parameter.name(), parameter.values(), 8);
        }
        assertState(file, optimizer);
    }

    /** What PyTorch's optimiser remembers, this one remembers under the same name. */
    private static void assertState(SafeTensors file, Optimizer optimizer) {
        Set<String> names = file.tensors().keySet().stream()
                .filter(name -> name.startsWith("state5."))
                .map(name -> name.substring("state5.".length()))
                .collect(Collectors.toSet());
        assertEquals(names, optimizer.state().keySet());
        optimizer.state().forEach((name, tensor) -> assertNear(file, "state5." + name, tensor.data(), 8));
    }

    /** The bound of the conformance data: four times PyTorch's own float32 error, or four units in the last place. */
    private static void assertNear(SafeTensors file, String name, float[] found, int factor) {
        float[] expected = file.tensors().get(name).data();
        assertEquals(expected.length, found.length, name);
        double scale = 0;
        double worst = 0;
        for (int i = 0; i < found.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            worst = Math.max(worst, Math.abs((double) found[i] - expected[i]));
        }
        double bound = factor * Math.max(4 * float32Error(file, name), 4 * 0x1p-23 * scale);
        double error = worst;
        assertTrue(error <= bound, () -> name + " is off by " + error + ", allowed is " + bound);
    }

    private static double float32Error(SafeTensors file, String name) {
        Matcher matcher = Pattern.compile("\"" + Pattern.quote(name) + "\":\\[([^,]+),")
                .matcher(file.metadata().get("f32err"));
        assertTrue(matcher.find(), name);
        return Double.parseDouble(matcher.group(1));
    }
}
