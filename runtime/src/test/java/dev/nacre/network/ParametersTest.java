package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final Parameters parameters = new Parameters();

    @Test
    void keepsTheOrderOfAddition() {
        parameters.parameter("z.dense.weight", 2, 3);
        parameters.statistic("norm.running_mean", 0, 2);
        parameters.parameter("a.dense.weight", 4);
        assertEquals(
                List.of("z.dense.weight", "a.dense.weight"),
                parameters.list().stream().map(Parameter::name).toList());
        assertEquals(
                List.of("z.dense.weight", "norm.running_mean", "a.dense.weight"),
                List.copyOf(parameters.state().keySet()));
    }

    /** The l-th of L has p l / L, whatever network inside another it belongs to. */
    @Test
    void ratesGrowWithTheDepth() {
        assertEquals(0.5 / 3, parameters.linear(0.5, 1, 3));
        assertEquals(0.5, parameters.linear(0.5, 3, 3));
        Parameters part = parameters.within(2, 8);
        assertEquals(0.5 * 3 / 8, part.linear(0.5, 1, 3));
        assertEquals(0.5 * 5 / 8, part.linear(0.5, 3, 3));
        assertEquals(0.5 * 4 / 8, part.within(1, 3).linear(0.5, 1, 1));
        assertSame(part.parameter("w", 2), parameters.parameter("w", 2));
        assertSame(part.statistic("m", 0, 2), parameters.statistic("m", 0, 2));
        assertSame(part.list(), parameters.list());
    }

    @Test
    void sharesByName() {
        Parameter weight = parameters.parameter("w", 2, 3);
        Tensor mean = parameters.statistic("m", 1, 2);
        mean.set(5, 0);
        assertSame(weight, parameters.parameter("w", 2, 3));
        assertSame(mean, parameters.statistic("m", 1, 2));
        assertEquals(5, mean.get(0));
        assertEquals(1, parameters.list().size());
        assertEquals(2, parameters.state().size());
    }

    @Test
    void refusesToShareWithAnotherShapeOrKind() {
        parameters.parameter("w", 2, 3);
        parameters.statistic("m", 0, 2);
        String shape = assertThrows(IllegalArgumentException.class, () -> parameters.parameter("w", 3, 2))
                .getMessage();
        assertTrue(shape.contains("parameter w has shape 2x3") && shape.contains("3x2"), shape);
        assertThrows(IllegalArgumentException.class, () -> parameters.statistic("m", 0, 3));
        assertThrows(IllegalArgumentException.class, () -> parameters.statistic("w", 0, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> parameters.parameter("m", 2));
    }

    @Test
    void stateWritesThrough() {
        Parameter weight = parameters.parameter("w", 2);
        parameters.state().get("w").set(3, 1);
        assertArrayEquals(new float[] {0, 3}, weight.values());
        assertArrayEquals(
                new float[] {1, 1}, parameters.statistic("running_var", 1, 2).toArray());
    }

    @Test
    void listsCannotBeChanged() {
        Parameter weight = parameters.parameter("w", 2);
        assertThrows(
                UnsupportedOperationException.class, () -> parameters.list().add(weight));
        assertThrows(
                UnsupportedOperationException.class, () -> parameters.state().remove("w"));
    }

    @Test
    void gradientsStartAnewAfterAStep() {
        Parameter weight = parameters.parameter("w", 2);
        assertFalse(weight.accumulate());
        assertTrue(weight.accumulate());
        weight.gradient().set(4, 0);
        weight.consumed();
        assertEquals(4, weight.gradients()[0]);
        assertFalse(weight.accumulate());
        weight.zeroGrad();
        assertEquals(0, weight.gradients()[0]);
        assertFalse(weight.accumulate());
        assertEquals("w 2", weight.toString());
    }
}
