package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Label;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.network.Target;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When backward may be called, what it starts from, and how gradients add up. */
class BackwardTest {
    private final Random random = new Random(41);

    static Stream<Subject> all() {
        return Subjects.all();
    }

    static Stream<Subject> withLoss() {
        return Subjects.withLoss();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withLoss")
    void followsExactlyOneLossInTraining(Subject subject) {
        Network network = subject.create().apply(1);
        Batch batch = subject.batch(4, 2);
        assertRefused(
                "backward() has nothing to run backward, loss(...) has not been called: call loss(...) in training mode,"
                        + " then backward()",
                network::backward);
        network.eval().loss(batch);
        assertRefused(
                "loss(...) ran in mode EVAL, which keeps nothing to run backward: call train(), then loss(...), then"
                        + " backward()",
                network::backward);
        network.train().forward(batch);
        assertRefused(
                "backward() starts from a loss, but forward(...) ran last: call loss(...) in training mode, then"
                        + " backward(); or give the gradient of the output, backward(outputGradient)",
                network::backward);
        network.loss(batch);
        assertRefused(
                "backward(outputGradient) starts from an output, but loss(...) ran last: call forward(...) in training"
                        + " mode, then backward(outputGradient); or call backward() for the gradient of the loss",
                () -> network.backward(Training.ones(network.outputs().get(0))));
        network.backward();
        assertRefused(
                "backward() has nothing left to run backward, it ran already: call loss(...) again before every backward",
                network::backward);
        network.loss(batch);
        network.backpropagate();
        assertRefused(
                "backward() has nothing left to run backward, it ran already: call loss(...) again before every backward",
                network::backpropagate);
    }

    @Test
    void doesNotFollowABlock() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor image = Subjects.normal(random, 3, 1, 4, 4);
        net.loss(image, new int[3]);
        net.hidden1(image);
        assertRefused(
                "backward() must directly follow loss(...), but a single block was called in between, or loss(...) failed:"
                        + " call loss(...) in training mode, then backward()",
                net::backward);
    }

    @Test
    void doesNotFollowAPrediction() {
        IrisNetwork net = IrisNetwork.create(1);
        Flower flower = new Flower(5, 3.0, 1f, 1, false, Species.SETOSA);
        net.loss(IrisNetwork.encode(flower, flower), new int[] {0, 1});
        net.predict(flower);
        assertThrows(IllegalStateException.class, net::backward);
    }

    @Test
    void needsALoss() {
        BlockNetwork net = BlockNetwork.create(1);
        assertRefused(
                "Block declares no loss: add a method with @CrossEntropy or another loss",
                () -> net.loss(Batch.of(Subjects.normal(random, 2, 16))));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
    }

    /** Of two batches without a step between them; after the step they start anew, and so they do after zeroGrad. */
    /** What it is given is read where it is, and stays as it is. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void leavesTheGivenGradientAlone(Subject subject) {
        Network network = subject.create().apply(1).train();
        Tensor output = network.forward(subject.batch(4, 2));
        Tensor gradient = Subjects.normal(random, output.shape());
        float[] before = gradient.toArray();
        network.backward(gradient);
        assertArrayEquals(before, gradient.toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void gradientsAddUpUntilAStep(Subject subject) {
        Batch one = subject.batch(5, 1);
        // Statistics of everything seen so far would change between the runs.
        Batch two = subject.is(Trait.STANDARDIZED) ? one : subject.batch(3, 2);
        Network network = subject.create().apply(1).train();
        Optimizer optimizer = Sgd.of(0).over(network.parameters());
        Training.step(subject, network, one);
        List<float[]> first = gradients(network);
        optimizer.step();
        Training.step(subject, network.step(1), two);
        List<float[]> second = gradients(network);
        optimizer.step();

        Training.step(subject, network.step(0), one);
        assertSame(first, gradients(network), 0);
        Training.step(subject, network.step(1), two);
        List<float[]> both = sum(first, second);
        assertSame(both, gradients(network), 1e-6f * Math.max(10, largest(both)));

        optimizer.zeroGrad();
        network.parameters()
                .forEach(
                        parameter -> assertArrayEquals(new float[parameter.gradients().length], parameter.gradients()));
        Training.step(subject, network.step(1), two);
        assertSame(second, gradients(network), 0);
    }

    /** backpropagate() is backward() without the input's gradient. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("withLoss")
    void backpropagatesToTheSameGradients(Subject subject) {
        Batch batch = subject.batch(5, 1);
        Network whole = subject.create().apply(1);
        whole.loss(batch);
        whole.backward();
        Network parameters = subject.create().apply(1);
        parameters.loss(batch);
        parameters.backpropagate();
        assertSame(gradients(whole), gradients(parameters), 0);
    }

    /** The gradient of cross entropy with respect to the logits, by hand: softmax minus one-hot, over the batch. */
    @Test
    void startsFromAGivenGradientAsFromTheLoss() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor image = Subjects.normal(random, 6, 1, 4, 4);
        int[] labels = Subjects.labels(random, 6, 5);
        net.loss(image, labels);
        float[] input = net.backward().toArray();
        List<float[]> parameters = gradients(net);
        net.parameters().forEach(Parameter::zeroGrad);
        Tensor logits = net.step(0).forward(image);
        Tensor gradient = Tensor.zeros(6, 5);
        for (int n = 0; n < 6; n++) {
            double sum = 0;
            for (int c = 0; c < 5; c++) {
                sum += Math.exp(logits.get(n, c));
            }
            for (int c = 0; c < 5; c++) {
                gradient.set((float) ((Math.exp(logits.get(n, c)) / sum - (labels[n] == c ? 1 : 0)) / 6), n, c);
            }
        }
        assertArrayEquals(input, net.backward(gradient).toArray(), 1e-6f);
        assertSame(parameters, gradients(net), 1e-6f);
    }

    @Test
    void refusesAGradientOfAnotherShape() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        net.forward(Subjects.normal(random, 6, 1, 4, 4));
        assertEquals(
                "gradient of the output has shape (6, 4): expected (batch, 5)",
                assertThrows(IllegalArgumentException.class, () -> net.backward(Tensor.zeros(6, 4)))
                        .getMessage());
        net.forward(Subjects.normal(random, 6, 1, 4, 4));
        assertEquals(
                "gradient of the output has 5 samples, but the last forward had 6: the gradient has the output's shape",
                assertThrows(IllegalArgumentException.class, () -> net.backward(Tensor.zeros(5, 5)))
                        .getMessage());
    }

    /** The first output is returned, the others are asked for; gradients that are given start at the first. */
    @Test
    void severalOutputs() {
        TwoHeadsNetwork net = TwoHeadsNetwork.create(1);
        Tensor x = Subjects.normal(random, 4, 16);
        Tensor kind = net.forward(x);
        List<Tensor> outputs = net.outputs();
        assertEquals(3, outputs.size());
        assertArrayEquals(kind.toArray(), outputs.get(0).toArray());
        Tensor trunk = net.eval().trunk(x);
        assertArrayEquals(net.kind(trunk).toArray(), outputs.get(0).toArray());
        assertArrayEquals(net.price(trunk).toArray(), outputs.get(1).toArray());
        assertArrayEquals(net.extra(trunk).toArray(), outputs.get(2).toArray());
        net.train().forward(x);
        net.backward(Training.ones(kind));
        for (Parameter parameter : net.parameters()) {
            boolean reached =
                    parameter.name().startsWith("trunk") || parameter.name().startsWith("kind");
            assertEquals(reached, any(parameter.gradients()), parameter.name());
        }
    }

    /** The total is the weighted sum, and so is its gradient. */
    @Test
    void severalLossesAddUp() {
        TwoHeadsNetwork net = TwoHeadsNetwork.create(1);
        Tensor x = Subjects.normal(random, 4, 16);
        Tensor price = Subjects.normal(random, 4, 2);
        int[] labels = {5, 0, 1, 2};
        float total = net.loss(x, labels, price);
        Tensor trunk = net.trunk(x);
        float kindLoss = net.kindLoss(net.kind(trunk), Label.of(labels)).value();
        float priceLoss = net.priceLoss(net.price(trunk), Target.of(price)).value();
        assertEquals(kindLoss + 0.5f * priceLoss, total);
        net.loss(x, labels, price);
        net.backward();
        for (Parameter parameter : net.parameters()) {
            assertEquals(!parameter.name().startsWith("extra"), any(parameter.gradients()), parameter.name());
        }
    }

    @Test
    void severalInputsHaveAGradientEach() {
        TwoInputsNetwork net = TwoInputsNetwork.create(1);
        Tensor a = Subjects.normal(random, 4, 12);
        Tensor b = Subjects.normal(random, 4, 2, 3);
        net.loss(a, b, Subjects.normal(random, 4, 3));
        Tensor first = net.backward();
        assertArrayEquals(new int[] {4, 12}, first.shape());
        assertArrayEquals(first.toArray(), net.aGradient().toArray());
        assertArrayEquals(new int[] {4, 2, 3}, net.bGradient().shape());
        assertTrue(any(net.bGradient().data()));
    }

    /** A norm cannot learn from one value per feature. */
    @Test
    void normsNeedTwoSamplesToTrain() {
        ResidualNetwork net = ResidualNetwork.create(1);
        Tensor x = Subjects.normal(random, 1, 24);
        String message = assertThrows(IllegalArgumentException.class, () -> net.forward(x))
                .getMessage();
        assertEquals(
                "batch normalisation in training needs at least 2 values per feature, but 1 rows of 1 give 1; use a larger"
                        + " batch, drop the incomplete last batch, or call eval()",
                message);
        assertArrayEquals(new int[] {1, 16}, net.eval().forward(x).shape());
    }

    private static boolean any(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    private static List<float[]> gradients(Network network) {
        List<float[]> gradients = new ArrayList<>();
        network.parameters()
                .forEach(parameter -> gradients.add(parameter.gradients().clone()));
        return gradients;
    }

    private static List<float[]> sum(List<float[]> one, List<float[]> two) {
        List<float[]> sums = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            float[] sum = one.get(i).clone();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += two.get(i)[j];
            }
            sums.add(sum);
        }
        return sums;
    }

    private static float largest(List<float[]> arrays) {
        float largest = 0;
        for (float[] array : arrays) {
            for (float value : array) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    private static void assertSame(List<float[]> expected, List<float[]> actual, float tolerance) {
        assertEquals(expected.size(), actual.size());
        assertFalse(expected.isEmpty());
        for (int i = 0; i < expected.size(); i++) {
            if (tolerance == 0) {
                assertArrayEquals(expected.get(i), actual.get(i), "parameter " + i);
            } else {
                assertArrayEquals(expected.get(i), actual.get(i), tolerance, "parameter " + i);
            }
        }
    }
}
