package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.io.SafeTensors;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One step from a given state, as ONNX's training operators take it. The attributes are those of the files' metadata:
 * {@code norm_coefficient} is weight decay, {@code decay_factor} the decay of the learning rate, {@code alpha} momentum.
 */
class OnnxOptimizerTest {
    private static SafeTensors read(String name) throws Exception {
        return SafeTensors.read(Path.of(OnnxOptimizerTest.class
                .getResource("/conformance/onnx/node." + name + ".safetensors")
                .toURI()));
    }

    /** Takes a step from {@code in.X}, with gradient {@code in.G} and state, to {@code out.X_new} and the state. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void takesTheStepOfTheOperator(String name, Optimizer optimizer, String slot, String state, String[] suffixes)
            throws Exception {
        SafeTensors file = read(name);
        for (int i = 0; i < suffixes.length; i++) {
            Parameter parameter = optimizer.parameters().get(i);
            copy(file, "in.X" + suffixes[i], parameter.value());
            copy(file, "in.G" + suffixes[i], parameter.gradient());
            copy(file, "in." + state + suffixes[i], optimizer.state().get(parameter.name() + "." + slot));
        }
        assertEquals(0, file.tensors().get("in.T").get());
        assertEquals(0.1f, file.tensors().get("in.R").get());
        optimizer.step();
        for (int i = 0; i < suffixes.length; i++) {
            Parameter parameter = optimizer.parameters().get(i);
            assertNear(file, "out.X" + suffixes[i] + "_new", parameter.value());
            assertNear(
                    file,
                    "out." + state + suffixes[i] + "_new",
                    optimizer.state().get(parameter.name() + "." + slot));
        }
    }

    private static void copy(SafeTensors file, String name, Tensor to) {
        float[] from = file.tensors().get(name).data();
        System.arraycopy(from, 0, to.data(), 0, from.length);
    }

    private static void assertNear(SafeTensors file, String name, Tensor found) {
        float[] expected = file.tensors().get(name).data();
        assertEquals(expected.length, found.elements());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found.data()[i], 1e-7 + 1e-5 * Math.abs(expected[i]), name);
        }
    }

    private static Optimizer adaGrad(int... sizes) {
        List<Parameter> parameters = new ArrayList<>();
        for (int size : sizes) {
            parameters.add(new Parameter("p" + parameters.size(), size));
        }
        return AdaGrad.of(0.1f)
                .learningRateDecay(0.1)
                .weightDecay(0.001)
                .epsilon(1e-5)
                .over(parameters);
    }

    /** The operator has its momentum at the first step already, so this is no first step. */
    private static Optimizer resumed(Optimizer optimizer) {
        optimizer.resume(1, 0, optimizer.learningRate());
        return optimizer;
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("adagrad", adaGrad(1), "sum", "H", ""),
                arguments("adagrad_multiple", adaGrad(1, 2), "sum", "H", "1", "2"),
                arguments(
                        "momentum",
                        resumed(Sgd.of(0.1f).momentum(0.95).weightDecay(0.001).over(vector())),
                        "momentum_buffer",
                        "V",
                        ""),
                arguments(
                        "nesterov_momentum",
                        resumed(Sgd.of(0.1f)
                                .momentum(0.95)
                                .nesterov()
                                .weightDecay(0.01)
                                .over(vector())),
                        "momentum_buffer",
                        "V",
                        ""));
    }

    private static Arguments arguments(
            String name, Optimizer optimizer, String slot, String state, String... suffixes) {
        return Arguments.of(name, optimizer, slot, state, suffixes);
    }

    private static List<Parameter> vector() {
        return List.of(new Parameter("p", 2));
    }
}
