package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintTest {
    private static float[] constrained(float[] values, int columns, Constraint... constraints) {
        Parameter parameter = new Parameter("w", values.length / columns, columns).constraints(constraints);
        System.arraycopy(values, 0, parameter.values(), 0, values.length);
        parameter.constrain();
        return parameter.values();
    }

    @Test
    void maxNormScalesLongRowsAlone() {
        assertArrayEquals(
                new float[] {1.5f, 2, 0.3f, -0.4f, 0, 0, 0, -2.5f},
                constrained(new float[] {3, 4, 0.3f, -0.4f, 0, 0, 0, -7}, 2, Constraint.maxNorm(2.5)));
    }

    @Test
    void unitNormScalesEveryRowButZeros() {
        assertArrayEquals(
                new float[] {0.6f, 0.8f, 0.6f, -0.8f, 0, 0},
                constrained(new float[] {3, 4, 0.3f, -0.4f, 0, 0}, 2, Constraint.unitNorm()),
                1e-7f);
    }

    @Test
    void nonNegative() {
        float[] values = constrained(new float[] {-1, 2, -0.0f, Float.NaN}, 2, Constraint.nonNegative());
        assertArrayEquals(new float[] {0, 2, -0.0f, Float.NaN}, values);
    }

    /** Clamped, then scaled: the nearest point that is both. */
    @Test
    void applyInOrder() {
        assertArrayEquals(
                new float[] {0, 2, 0, 1},
                constrained(new float[] {-5, 4, -1, 1}, 2, Constraint.nonNegative(), Constraint.maxNorm(2)));
    }

    /** Squares of these neither overflow nor vanish. */
    @Test
    void normsOfExtremes() {
        float[] large = constrained(new float[] {3e38f, 3e38f}, 2, Constraint.unitNorm());
        assertArrayEquals(new float[] {0.70710677f, 0.70710677f}, large);
        float[] tiny = constrained(new float[] {1e-45f, 0}, 2, Constraint.unitNorm());
        assertArrayEquals(new float[] {1, 0}, tiny);
        float[] broken = constrained(new float[] {Float.NaN, 9, 8, 0}, 2, Constraint.maxNorm(2));
        assertArrayEquals(new float[] {Float.NaN, 9, 2, 0}, broken);
    }

    @Test
    void rowsAreTheFirstAxis() {
        Parameter weight = new Parameter("w", 2, 2, 2).constraints(Constraint.maxNorm(2));
        java.util.Arrays.fill(weight.values(), 2);
        weight.constrain();
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, 1, 1, 1}, weight.values());
        Parameter vector = new Parameter("v", 3).constraints(Constraint.maxNorm(2));
        vector.values()[1] = -5;
        vector.constrain();
        assertArrayEquals(new float[] {0, -2, 0}, vector.values());
        for (int[] empty : new int[][] {{}, {0}, {0, 3}, {3, 0}}) {
            Parameter none = new Parameter("n", empty).constraints(Constraint.unitNorm(), Constraint.maxNorm(1));
            none.constrain();
            assertEquals(none.value().elements(), none.values().length);
        }
    }

    @Test
    void maxNormRefusesImpossibleLimits() {
        for (double limit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Constraint.maxNorm(limit))
                    .getMessage();
            assertTrue(message.contains("the largest norm is " + limit), message);
        }
    }

    /** The last word is the constraint's, whatever the optimiser did. */
    @Test
    void optimizersApplyThemAfterEachStep() {
        Parameter weight = new Parameter("w", 1, 2).constraints(Constraint.nonNegative(), Constraint.maxNorm(1));
        Parameter free = new Parameter("b", 2);
        Optimizer sgd = Sgd.of(1).over(List.of(weight, free));
        for (Parameter parameter : List.of(weight, free)) {
            parameter.gradients()[0] = -3;
            parameter.gradients()[1] = 2;
        }
        sgd.step();
        assertArrayEquals(new float[] {1, 0}, weight.values());
        assertArrayEquals(new float[] {3, -2}, free.values());
    }

    @Test
    void theLastConstraintsCount() {
        Parameter weight = new Parameter("w", 1, 1);
        assertSame(weight, weight.constraints(Constraint.nonNegative()));
        weight.constraints();
        weight.values()[0] = -1;
        weight.constrain();
        assertEquals(-1, weight.values()[0]);
    }

    /** Neither gradient nor momentum nor weight decay, coupled or not, moves what is frozen. */
    @Test
    void optimizersLeaveFrozenParametersAlone() {
        Parameter frozen = new Parameter("w", 2);
        Parameter free = new Parameter("v", 2);
        assertFalse(frozen.frozen());
        assertSame(frozen, frozen.freeze());
        assertTrue(frozen.frozen());
        for (Optimizer optimizer : List.of(
                Sgd.of(0.1f).momentum(0.9).weightDecay(0.1).over(List.of(frozen, free)),
                Adam.of(0.1f).weightDecay(0.1).over(List.of(frozen, free)))) {
            for (Parameter parameter : List.of(frozen, free)) {
                parameter.values()[0] = 1;
                parameter.values()[1] = -2;
                parameter.gradients()[0] = 1;
            }
            optimizer.step();
            optimizer.step();
            assertArrayEquals(new float[] {1, -2}, frozen.values());
            assertTrue(free.values()[0] < 1 && free.values()[1] > -2);
        }
    }
}
