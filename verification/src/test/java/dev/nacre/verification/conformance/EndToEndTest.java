package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Adam;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole trainings of PyTorch's, step by step, with its masks. */
class EndToEndTest {
    private static final int STEPS = 5;

    /** What rounding may become over the steps, as the cases say. */
    private static final double TRACE = 8;

    private static final Map<String, String> IMAGES = Map.of(
            "c1.weight", "c1.conv2d.weight",
            "b1.weight", "c1.batchNorm.weight",
            "b1.bias", "c1.batchNorm.bias",
            "c2.weight", "c2.conv2d.weight",
            "c2.bias", "c2.conv2d.bias",
            "f.weight", "f.dense.weight",
            "f.bias", "f.dense.bias");

    @Test
    void imagesWithBatchNormDropoutAndAdam() {
        Vectors vectors = Vectors.pytorch("e2e/cnn_bn_dropout_adam_5steps");
        EndToEndNetworks_ImagesNetwork network =
                EndToEndNetworks_ImagesNetwork.create(1).train();
        IMAGES.forEach((theirs, ours) -> set(network, ours, vectors.tensor("param." + theirs)));
        for (String statistic : new String[] {"running_mean", "running_var"}) {
            set(network, "c1.batchNorm." + statistic, vectors.tensor("buf.b1." + statistic));
        }
        Adam adam = Adam.of(0.01f).over(network.parameters());
        Tensor x = vectors.tensor("in.x");
        Tensor labels = vectors.tensor("in.t");
        float[] losses = new float[STEPS];
        for (int step = 0; step < STEPS; step++) {
            network.mask("c2", channels(part(vectors.tensor("mask.m0"), step, 4, 6)));
            network.mask("f", part(vectors.tensor("mask.m1"), step, 4, 24));
            int[] classes = new int[4];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = (int) labels.get(step, i);
            }
            losses[step] = network.loss(part(x, step, 4, 1, 8, 8), classes);
            network.backward();
            if (step == 0) {
                IMAGES.forEach((theirs, ours) -> vectors.assertPyTorch("grad." + theirs, gradient(network, ours)));
            }
            adam.step();
            adam.zeroGrad();
            if (step == 0 || step == STEPS - 1) {
                String at = "step" + (step + 1) + ".";
                IMAGES.forEach((theirs, ours) ->
                        vectors.assertTrace(at + theirs, network.state().get(ours), TRACE));
            }
        }
        vectors.assertTrace("loss", Tensor.of(losses, STEPS), TRACE);
        vectors.assertTrace("after.b1.running_mean", network.state().get("c1.batchNorm.running_mean"), TRACE);
        vectors.assertTrace("after.b1.running_var", network.state().get("c1.batchNorm.running_var"), TRACE);
        IMAGES.forEach((theirs, ours) -> {
            for (String moment : new String[] {"exp_avg", "exp_avg_sq"}) {
                vectors.assertTrace(
                        "state5." + theirs + "." + moment, adam.state().get(ours + "." + moment), TRACE);
            }
        });
    }

    private static void set(EndToEndNetworks_ImagesNetwork network, String name, Tensor values) {
        Tensor to = network.state().get(name);
        assertArrayEquals(values.shape(), to.shape(), name);
        System.arraycopy(values.toArray(), 0, to.data(), 0, to.elements());
    }

    private static Tensor gradient(EndToEndNetworks_ImagesNetwork network, String name) {
        Parameter found = network.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertEquals(name, found.name());
        return found.gradient();
    }

    /** What is said of a channel, said of each of its elements: 4x6 to 4x6x2x2. */
    private static Tensor channels(Tensor each) {
        float[] elements = new float[4 * each.elements()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = each.toArray()[i / 4];
        }
        return Tensor.of(elements, 4, 6, 2, 2);
    }

    /** One step's part of a tensor with all steps in front. */
    private static Tensor part(Tensor all, int step, int... shape) {
        int elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return Tensor.of(Arrays.copyOfRange(all.toArray(), step * elements, (step + 1) * elements), shape);
    }
}
