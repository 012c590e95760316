package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a caller gets wrong at run time: each call is refused in words, and a backward that was due is still due. */
class RefusalsTest {
    private final Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
    private final Tensor x = Subjects.normal(new Random(1), 4, 8);
    private final int[] labels = {0, 1, 2, 0};
    private float[] expected;

    @BeforeEach
    void loss() {
        Trained_FragileNetwork untouched = Trained_FragileNetwork.create(1);
        untouched.loss(x, labels);
        expected = untouched.backward().toArray();
        net.loss(x, labels);
    }

    private void assertRefused(String message, Class<? extends RuntimeException> type, Executable call) {
        Map<String, float[]> state = FindNonFiniteTest.state(net);
        assertEquals(message, assertThrows(type, call).getMessage());
        assertEquals(1, net.step());
        assertEquals(Mode.TRAIN, net.mode());
        FindNonFiniteTest.assertState(state, net);
    }

    private void assertBackwardIsStillDue() {
        assertArrayEquals(expected, net.backward().toArray());
    }

    @Test
    void nothing() {
        assertRefused(
                "input x is null: expected a tensor of shape (batch, 8)",
                IllegalArgumentException.class,
                () -> net.loss((Tensor) null, labels));
        assertRefused(
                "label label is null for a batch of 4 samples: give one class index per sample",
                IllegalArgumentException.class,
                () -> net.loss(x, null));
        assertRefused(
                "the batch is null: expected 1 input", IllegalArgumentException.class, () -> net.loss((Batch) null));
        assertRefused(
                "the batch is null: expected 1 input", IllegalArgumentException.class, () -> net.forward((Batch) null));
        assertRefused("mode: give TRAIN, EVAL or MONTE_CARLO", NullPointerException.class, () -> net.mode((Mode) null));
        assertBackwardIsStillDue();
    }

    @Test
    void emptyBatches() {
        assertRefused(
                "input x has an empty batch, shape (0, 8): expected (batch, 8) with at least one sample",
                IllegalArgumentException.class,
                () -> net.loss(Tensor.zeros(0, 8), new int[0]));
        assertThrows(IllegalArgumentException.class, () -> new Batch(List.of(), List.of()));
        assertBackwardIsStillDue();
    }

    @Test
    void wrongLengthsAndLabels() {
        assertRefused(
                "label label has length 3 for a batch of 4 samples: give one class index per sample",
                IllegalArgumentException.class,
                () -> net.loss(x, new int[3]));
        assertRefused(
                "label label has the class index 3 at index 0: allowed are 0 to 2, and -100 for none; if the classes count from 1,"
                        + " subtract 1",
                IllegalArgumentException.class,
                () -> net.loss(x, new int[] {3, 0, 0, 0}));
        assertRefused(
                "input x has shape (4, 7): expected (batch, 8)",
                IllegalArgumentException.class,
                () -> net.loss(Tensor.zeros(4, 7), labels));
        assertRefused("step is -1: a step count is 0 or more", IllegalArgumentException.class, () -> net.step(-1));
        assertBackwardIsStillDue();
    }

    @Test
    void backwardBeforeForward() {
        Trained_FragileNetwork fresh = Trained_FragileNetwork.create(1);
        assertEquals(
                "backward() has nothing to run backward, loss(...) has not been called: call loss(...) in training mode,"
                        + " then backward()",
                assertThrows(IllegalStateException.class, fresh::backward).getMessage());
        assertEquals(
                "backward(outputGradient) has nothing to run backward, forward(...) has not been called: call forward(...) in"
                        + " training mode, then backward(outputGradient)",
                assertThrows(IllegalStateException.class, () -> fresh.backward(Tensor.zeros(4, 3)))
                        .getMessage());
        assertEquals(
                "there is no result yet: call forward(...) or loss(...) first",
                assertThrows(IllegalStateException.class, fresh::outputs).getMessage());
        assertRefused(
                "backward(outputGradient) starts from an output, but loss(...) ran last: call forward(...) in training mode,"
                        + " then backward(outputGradient); or call backward() for the gradient of the loss",
                IllegalStateException.class,
                () -> net.backward(Tensor.zeros(4, 3)));
        assertBackwardIsStillDue();
    }

    /** A gradient of another shape leaves the forward to be run backward. */
    @Test
    void wrongGradients() {
        net.step(0).forward(x);
        assertRefused(
                "gradient of the output has shape (4, 2): expected (batch, 3)",
                IllegalArgumentException.class,
                () -> net.backward(Tensor.zeros(4, 2)));
        assertRefused(
                "gradient of the output has 3 samples, but the last forward had 4: the gradient has the output's shape",
                IllegalArgumentException.class,
                () -> net.backward(Tensor.zeros(3, 3)));
        assertRefused(
                "gradient of the output is null: expected a tensor of shape (batch, 3)",
                IllegalArgumentException.class,
                () -> net.backward((Tensor) null));
        net.backward(Tensor.zeros(4, 3));
    }

    /** 600,000 samples of 4,000 elements are more than an array holds; nothing is allocated to find out. */
    @Test
    void aBatchThatNoArrayHolds() {
        Trained_WideNetwork wide = Trained_WideNetwork.create(1);
        Tensor one = Tensor.of(new float[] {1, 2}, 2, 1);
        wide.loss(one, new int[2]);
        Trained_WideNetwork untouched = Trained_WideNetwork.create(1);
        untouched.loss(one, new int[2]);
        Tensor many = Tensor.zeros(600_000, 1);
        String message =
                "a batch of 600000 samples needs a buffer of 2400000000 elements (4000 per sample), and an array"
                        + " holds 2147483639: use batches of at most 536870";
        for (Executable call : Arrays.<Executable>asList(
                () -> wide.forward(many), () -> wide.loss(many, new int[600_000]), () -> wide.wide(many))) {
            assertEquals(
                    message, assertThrows(IllegalArgumentException.class, call).getMessage());
            assertEquals(untouched.step(), wide.step());
        }
        assertArrayEquals(untouched.backward().toArray(), wide.backward().toArray());
    }
}
