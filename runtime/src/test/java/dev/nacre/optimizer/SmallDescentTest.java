package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nacre.network.Constraint;
import dev.nacre.network.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plain descent goes through the parameters of a small network together, with the bits of one after the other. */
class SmallDescentTest {
    private static final Constraint NOT_BELOW_ZERO = (value, columns) -> {
        for (int i = 0; i < value.length; i++) {
            value[i] = Math.max(value[i], 0f);
        }
    };

    private static List<Parameter> parameters() {
        Random random = new Random(3);
        List<Parameter> parameters = List.of(
                new Parameter("a.weight", 16, 4),
                new Parameter("a.bias", 16),
                new Parameter("b.weight", 3, 16),
                new Parameter("b.bias", 3));
        for (Parameter parameter : parameters) {
            for (int i = 0; i < parameter.values().length; i++) {
                parameter.values()[i] = random.nextFloat() - 0.5f;
                parameter.gradients()[i] = random.nextFloat() - 0.5f;
            }
        }
        return parameters;
    }

    /** A group takes an optimiser from one parameter to the next. */
    private static Sgd oneByOne(List<Parameter> parameters) {
        return Sgd.of(0.1f)
                .weightDecay(0.01)
                .group("b.bias", group -> group.learningRateFactor(1))
                .over(parameters);
    }

    private static void assertSame(List<Parameter> expected, List<Parameter> found) {
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(
                    expected.get(i).values(),
                    found.get(i).values(),
                    expected.get(i).name());
        }
    }

    @Test
    void sameBitsTogether() {
        List<Parameter> apart = parameters();
        List<Parameter> together = parameters();
        Sgd first = oneByOne(apart);
        Sgd second = Sgd.of(0.1f).weightDecay(0.01).over(together);
        for (int step = 0; step < 3; step++) {
            first.step();
            second.step();
            first.learningRate(0.05f);
            second.learningRate(0.05f);
        }
        assertSame(apart, together);
        assertFalse(Arrays.equals(parameters().get(3).values(), together.get(3).values()));
        assertFalse(together.get(0).accumulate(), "the next gradient starts anew");
    }

    @Test
    void frozenAndConstrainedParametersStayWhatTheyAre() {
        List<Parameter> apart = parameters();
        List<Parameter> together = parameters();
        Sgd first = oneByOne(apart);
        Sgd second = Sgd.of(0.1f).weightDecay(0.01).over(together);
        first.step();
        second.step();
        float[] kept = together.get(0).values().clone();
        for (List<Parameter> each : List.of(apart, together)) {
            each.get(0).freeze();
            each.get(2).constraints(NOT_BELOW_ZERO);
        }
        first.step();
        second.step();
        assertSame(apart, together);
        assertArrayEquals(kept, together.get(0).values());
        for (float value : together.get(2).values()) {
            assertFalse(value < 0, () -> value + " is below zero");
        }
    }

    @Test
    void decoupledDecayShrinksFirst() {
        List<Parameter> parameters = parameters();
        float value = parameters.get(3).values()[1];
        float gradient = parameters.get(3).gradients()[1];
        Sgd.of(0.1f).decoupledWeightDecay(0.5).over(parameters).step();
        float expected = value * (float) (1 - (double) 0.1f * 0.5f);
        expected -= 0.1f * (gradient + 0f * expected);
        assertArrayEquals(new float[] {expected}, new float[] {parameters.get(3).values()[1]});
    }
}
