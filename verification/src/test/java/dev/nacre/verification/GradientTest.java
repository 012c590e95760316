package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradients of generated code against central differences of its own loss, tensor by tensor, in training mode with the
 * masks of one step.
 *
 * <p>Each tensor moves along a unit direction that is half its gradient's and half a random one: the gradient's part makes
 * the signal large, the random part lets no wrong element hide. Differences of two step widths are extrapolated
 * (Richardson), which leaves two errors: rounding, some 2^-21 of the loss over the distance, and kinks of ReLU on the way. So
 * several widths are tried: a right gradient agrees within one percent where the way crosses no kink, a wrong one at none.
 */
class GradientTest {
    private static final double[] STEPS = {1.0 / 32, 1.0 / 128, 1.0 / 512, 1.0 / 2048};
    private static final double RELATIVE = 0.01;
    private static final double ROUNDING = 0x1p-21;
    private static final int BATCH = 9;

    static Stream<Subject> all() {
        return Subjects.all();
    }

    static Stream<Subject> withLoss() {
        return Subjects.withLoss();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withLoss")
    void ofTheLoss(Subject subject) {
        Network network = subject.create().apply(3).train();
        Batch batch = subject.batch(BATCH, 4);
        DoubleSupplier loss = () -> network.step(7).loss(batch);
        network.step(7).loss(batch);
        check(subject, network, network.backward(), batch, loss);
    }

    /** The loss is the sum of the output's elements times fixed weights, added up in double precision. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void ofTheOutput(Subject subject) {
        Network network = subject.create().apply(3).train();
        Batch batch = subject.batch(BATCH, 4);
        Tensor weights = Subjects.normal(new Random(8), network.forward(batch).shape());
        DoubleSupplier loss = () -> dot(network.step(7).forward(batch).toArray(), weights.data());
        network.step(7).forward(batch);
        check(subject, network, network.backward(weights), batch, loss);
    }

    private static void check(
            Subject subject, Network network, Tensor inputGradient, Batch batch, DoubleSupplier loss) {
        List<float[]> gradients = new ArrayList<>();
        network.parameters()
                .forEach(parameter -> gradients.add(parameter.gradients().clone()));
        List<float[]> inputGradients = new ArrayList<>();
        inputGradients.add(inputGradient.toArray());
        subject.otherGradients().apply(network).forEach(gradient -> inputGradients.add(gradient.toArray()));
        Random random = new Random(5);
        double largest = 0;
        for (int i = 0; i < gradients.size(); i++) {
            Parameter parameter = network.parameters().get(i);
            largest = Math.max(largest, norm(gradients.get(i)));
            if (parameter.frozen()) {
                assertEquals(0, norm(gradients.get(i)), parameter.name());
                continue;
            }
            check(parameter.name(), parameter.values(), gradients.get(i), loss, random);
        }
        for (int i = 0; i < inputGradients.size() && !subject.is(Trait.STANDARDIZED); i++) {
            check("input " + i, batch.inputs().get(i).data(), inputGradients.get(i), loss, random);
        }
        assertTrue(largest > 0.05, "a check of gradients near zero would prove nothing: " + largest);
    }

    private static void check(String name, float[] values, float[] gradient, DoubleSupplier loss, Random random) {
        double length = norm(gradient);
        float[] noise = new float[values.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        double noiseLength = norm(noise);
        float[] direction = new float[values.length];
        for (int i = 0; i < direction.length; i++) {
            // One element has one direction only, and its two halves might cancel.
            double along = direction.length == 1 || length == 0 ? 0 : gradient[i] / length;
            direction[i] = (float) (noise[i] / noiseLength + along);
        }
        double unit = norm(direction);
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= (float) unit;
        }
        double expected = dot(gradient, direction);
        double scale = ROUNDING * (1 + Math.abs(loss.getAsDouble()));
        List<String> differences = new ArrayList<>();
        for (double step : STEPS) {
            double wide = difference(values, direction, step, loss);
            double narrow = difference(values, direction, step / 2, loss);
            double found = (4 * narrow - wide) / 3;
            if (Math.abs(found - expected) <= RELATIVE * length + scale / step) {
                return;
            }
            differences.add(found + " at " + step);
        }
        fail(name + ": gradient along the direction " + expected + ", differences " + differences);
    }

    private static double difference(float[] values, float[] direction, double step, DoubleSupplier loss) {
        float[] before = values.clone();
        move(values, before, direction, step);
        double above = loss.getAsDouble();
        move(values, before, direction, -step);
        double below = loss.getAsDouble();
        System.arraycopy(before, 0, values, 0, values.length);
        return (above - below) / (2 * step);
    }

    private static void move(float[] values, float[] from, float[] direction, double step) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (from[i] + step * direction[i]);
        }
    }

    private static double norm(float[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }
}
