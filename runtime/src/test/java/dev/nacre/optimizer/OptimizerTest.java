package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OptimizerTest {
    private final Parameter weight = new Parameter("w", 2);

    private void gradient(float first, float second) {
        weight.accumulate();
        weight.gradients()[0] = first;
        weight.gradients()[1] = second;
    }

    private static void assertRefuses(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void stepsDownTheGradient() {
        Sgd sgd = Sgd.of(0.5f).over(List.of(weight));
        gradient(1, -2);
        sgd.step();
        assertArrayEquals(new float[] {-0.5f, 1}, weight.values());
    }

    @Test
    void momentumBeginsWithTheWholeGradient() {
        Sgd sgd = Sgd.of(1).momentum(0.5).dampening(0.25).over(List.of(weight));
        gradient(1, 0);
        sgd.step();
        assertEquals(-1, weight.values()[0]);
        sgd.step();
        // 0.5 * 1 + (1 - 0.25) * 1
        assertEquals(-2.25f, weight.values()[0]);
    }

    @Test
    void everyParameterHasItsOwnMomentum() {
        Parameter other = new Parameter("v", 3);
        Sgd sgd = Sgd.of(1).momentum(0.5).nesterov().over(List.of(weight, other));
        gradient(1, 0);
        other.gradients()[2] = 4;
        sgd.step();
        assertArrayEquals(new float[] {-1.5f, 0}, weight.values());
        assertArrayEquals(new float[] {0, 0, -6}, other.values());
    }

    @Test
    void adamsFirstStepHasTheSizeOfTheLearningRate() {
        Adam adam = Adam.of(0.01f).over(List.of(weight));
        gradient(1000, -0.001f);
        adam.step();
        assertEquals(-0.01f, weight.values()[0], 1e-7f);
        assertEquals(0.01f, weight.values()[1], 1e-6f);
    }

    @Test
    void adamIsBitwiseRepeatable() {
        float[] first = twentySteps();
        assertArrayEquals(first, twentySteps());
    }

    private static float[] twentySteps() {
        Parameter parameter = new Parameter("w", 37);
        Adam adam = Adam.of(0.01f).weightDecay(0.1).over(List.of(parameter));
        for (int step = 0; step < 20; step++) {
            for (int i = 0; i < 37; i++) {
                parameter.gradients()[i] =
                        (float) Math.sin(i * 7 + step) - parameter.values()[i];
            }
            adam.step();
        }
        return parameter.values();
    }

    @Test
    void aStepConsumesGradients() {
        Sgd sgd = Sgd.of(0.5f).over(List.of(weight));
        gradient(1, 2);
        assertTrue(weight.accumulate());
        sgd.step();
        assertEquals(2, weight.gradients()[1]);
        assertFalse(weight.accumulate());
        sgd.zeroGrad();
        assertArrayEquals(new float[2], weight.gradients());
        assertFalse(weight.accumulate());
    }

    @Test
    void theLearningRateCanChange() {
        Sgd sgd = Sgd.of(0.5f).over(List.of(weight));
        assertEquals(0.5f, sgd.learningRate());
        sgd.learningRate(0.25f);
        gradient(1, 0);
        sgd.step();
        assertEquals(-0.25f, weight.values()[0]);
        Adam adam = Adam.of(1).over(List.of(weight));
        adam.learningRate(0);
        adam.step();
        assertEquals(-0.25f, weight.values()[0]);
        assertRefuses("learning rate is NaN", () -> adam.learningRate(Float.NaN));
    }

    @Test
    void needsParametersFirst() {
        for (Optimizer optimizer : List.of(Sgd.of(1), Adam.of(1))) {
            String message =
                    assertThrows(IllegalStateException.class, optimizer::step).getMessage();
            assertTrue(message.contains("over(network.parameters())"), message);
            assertThrows(IllegalStateException.class, optimizer::zeroGrad);
            assertThrows(IllegalStateException.class, optimizer::parameters);
        }
    }

    @Test
    void takesParametersOnceAndLast() {
        Sgd sgd = Sgd.of(1).over(List.of(weight));
        assertSame(weight, sgd.parameters().get(0));
        assertThrows(UnsupportedOperationException.class, () -> sgd.parameters().clear());
        assertThrows(IllegalStateException.class, () -> sgd.over(List.of(weight)));
        String message = assertThrows(IllegalStateException.class, () -> sgd.momentum(0.9))
                .getMessage();
        assertTrue(message.contains("momentum(...) was called after over(...)"), message);
        assertRefuses("no parameters to optimise", () -> Sgd.of(1).over(List.of()));
        assertRefuses("parameter w is given twice", () -> Adam.of(1).over(List.of(weight, weight)));
    }

    @Test
    void refusesImpossibleOptions() {
        assertRefuses("learning rate is -1.0", () -> Sgd.of(-1));
        assertRefuses("learning rate is Infinity", () -> Adam.of(Float.POSITIVE_INFINITY));
        assertRefuses("momentum is -0.5", () -> Sgd.of(1).momentum(-0.5));
        assertRefuses("dampening is NaN", () -> Sgd.of(1).dampening(Double.NaN));
        assertRefuses("weight decay is -0.1", () -> Sgd.of(1).weightDecay(-0.1));
        assertRefuses("beta1 is 1.0", () -> Adam.of(1).betas(1, 0.999));
        assertRefuses("beta2 is -0.1", () -> Adam.of(1).betas(0.9, -0.1));
        assertRefuses("epsilon is NaN", () -> Adam.of(1).epsilon(Double.NaN));
        assertRefuses("weight decay is -0.1", () -> Adam.of(1).weightDecay(-0.1));
    }

    @Test
    void nesterovNeedsPlainMomentum() {
        assertRefuses("nesterov needs momentum", () -> Sgd.of(1).nesterov().over(List.of(weight)));
        assertRefuses(
                "dampening 0.5",
                () -> Sgd.of(1).momentum(0.9).dampening(0.5).nesterov().over(List.of(weight)));
    }
}
