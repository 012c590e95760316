package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups, clipping and accumulation: what happens around the formula of an optimiser. */
class GradientHandlingTest {
    private final Parameter weight = new Parameter("dense.weight", 2);
    private final Parameter bias = new Parameter("dense.bias", 1);
    private final List<Parameter> both = List.of(weight, bias);

    private void gradients(float first, float second, float third) {
        add(weight, first, second);
        add(bias, third);
    }

    private static void add(Parameter parameter, float... gradient) {
        boolean add = parameter.accumulate();
        for (int i = 0; i < gradient.length; i++) {
            parameter.gradients()[i] = (add ? parameter.gradients()[i] : 0) + gradient[i];
        }
    }

    @Test
    void groupsHaveTheirOwnSettings() {
        weight.values()[0] = 2;
        bias.values()[0] = 2;
        Sgd sgd = Sgd.of(1)
                .weightDecay(0.5)
                .group("*.bias", g -> g.weightDecay(0).learningRateFactor(0.25))
                .over(both);
        gradients(1, 1, 1);
        sgd.step();
        assertArrayEquals(new float[] {0, -1}, weight.values());
        assertEquals(1.75f, bias.values()[0]);
        assertEquals(1, sgd.learningRate());
    }

    @Test
    void aGroupKeepsWhatItDoesNotSet() {
        bias.values()[0] = 2;
        Sgd sgd = Sgd.of(1)
                .weightDecay(0.5)
                .group("dense.bia?", g -> g.learningRateFactor(0.5))
                .over(both);
        gradients(0, 0, 1);
        sgd.step();
        assertEquals(1, bias.values()[0]);
    }

    @Test
    void decoupledDecayUsesTheGroupsRate() {
        bias.values()[0] = 2;
        weight.values()[0] = 2;
        Lion lion = Lion.of(0.5f)
                .weightDecay(1)
                .group("*.bias", g -> g.learningRateFactor(0.5))
                .over(both);
        lion.step();
        assertEquals(1, weight.values()[0]);
        assertEquals(1.5f, bias.values()[0]);
    }

    @Test
    void theLastKindOfWeightDecayCounts() {
        weight.values()[0] = 2;
        Sgd coupled = Sgd.of(0.5f)
                .momentum(0.5)
                .decoupledWeightDecay(9)
                .weightDecay(1)
                .over(List.of(weight));
        coupled.step();
        coupled.step();
        // 2 - 0.5 * 2 = 1, then 1 - 0.5 * (0.5 * 2 + 1)
        assertEquals(0, weight.values()[0]);
    }

    @Test
    void clipsTheNormOfAllGradientsTogether() {
        Sgd sgd = Sgd.of(1).clipNorm(1).over(both);
        gradients(2, -3, 6);
        sgd.step();
        assertEquals(7, sgd.gradientNorm());
        assertArrayEquals(new float[] {2 / 7f, -3 / 7f}, weight.gradients(), 1e-6f);
        assertEquals(6 / 7f, bias.gradients()[0], 1e-6f);
        assertEquals(-6 / 7f, bias.values()[0], 1e-6f);
    }

    @Test
    void leavesShortGradientsAsTheyAre() {
        Sgd sgd = Sgd.of(1).clipNorm(7.5).clipValue(6).over(both);
        gradients(2, -3, 6);
        sgd.step();
        assertEquals(7, sgd.gradientNorm());
        assertArrayEquals(new float[] {-2, 3}, weight.values());
        assertEquals(-6, bias.values()[0]);
    }

    @Test
    void clipsValuesBeforeTheNorm() {
        Sgd sgd = Sgd.of(1).clipNorm(5).clipValue(4).over(both);
        gradients(3, -100, 0);
        sgd.step();
        assertEquals(Math.sqrt(10_009), sgd.gradientNorm(), 1e-9);
        assertArrayEquals(new float[] {-3, 4}, weight.values(), 1e-5f);
        gradients(4, -100, 7);
        sgd.step();
        assertEquals(5, Math.sqrt(3 * 4 * 4) * bias.gradients()[0] / 4, 1e-5);
    }

    @Test
    void clippingKeepsNotANumberVisible() {
        Sgd sgd = Sgd.of(1).clipNorm(1).clipValue(1).over(both);
        gradients(Float.NaN, 1, 1);
        sgd.step();
        assertTrue(Double.isNaN(sgd.gradientNorm()));
        assertTrue(Float.isNaN(weight.values()[0]));
    }

    @Test
    void withoutClippingTheNormIsThatOfTheGradients() {
        Sgd sgd = Sgd.of(1).over(both);
        gradients(2, -3, 6);
        assertEquals(7, sgd.gradientNorm());
        sgd.step();
        assertEquals(7, sgd.gradientNorm());
        assertEquals(6, bias.gradients()[0]);
    }

    @Test
    void theNormOfManyElementsMissesNone() {
        for (int size = 1; size < 10; size++) {
            Parameter parameter = new Parameter("p", size);
            for (int i = 0; i < size; i++) {
                parameter.gradients()[i] = 1 << i;
            }
            Sgd sgd = Sgd.of(1).over(List.of(parameter));
            assertEquals(Math.sqrt(((1L << 2 * size) - 1) / 3.0), sgd.gradientNorm(), 1e-12);
        }
    }

    @Test
    void stepsWithTheMeanOfSomeBatches() {
        Sgd sgd = Sgd.of(1).accumulate(4).schedule(Schedule.exponential(0.5)).over(both);
        for (int batch = 0; batch < 3; batch++) {
            gradients(batch, 8, 0);
            assertFalse(sgd.step());
            assertEquals(0, weight.values()[1]);
            assertEquals(0, sgd.steps());
            assertEquals(1, sgd.learningRate());
        }
        gradients(5, 8, 0);
        assertTrue(sgd.step());
        assertArrayEquals(new float[] {-2, -8}, weight.values());
        assertEquals(1, sgd.steps());
        assertEquals(0.5f, sgd.learningRate());
        gradients(1, 1, 1);
        assertArrayEquals(new float[] {1, 1}, weight.gradients());
    }

    @Test
    void clipsTheMean() {
        Sgd sgd = Sgd.of(1).accumulate(2).clipValue(1).over(both);
        gradients(8, 1, 0);
        sgd.step();
        gradients(-7, 3, 0);
        sgd.step();
        assertArrayEquals(new float[] {-0.5f, -1}, weight.values());
        assertEquals(Math.sqrt(4.25), sgd.gradientNorm());
    }

    @Test
    void flushesWhatIsLeft() {
        Sgd sgd = Sgd.of(1).accumulate(4).over(both);
        assertFalse(sgd.flush());
        gradients(1, 8, 0);
        sgd.step();
        gradients(2, 8, 0);
        sgd.step();
        assertTrue(sgd.flush());
        assertArrayEquals(new float[] {-1.5f, -8}, weight.values());
        assertFalse(sgd.flush());
        assertArrayEquals(new float[] {-1.5f, -8}, weight.values());
    }

    @Test
    void zeroGradForgetsWhatHasAccumulated() {
        Sgd sgd = Sgd.of(1).accumulate(2).over(both);
        gradients(1, 8, 0);
        sgd.step();
        sgd.zeroGrad();
        gradients(1, 4, 0);
        assertFalse(sgd.step());
        gradients(1, 4, 0);
        assertTrue(sgd.step());
        assertArrayEquals(new float[] {-1, -4}, weight.values());
    }

    @Test
    void frozenParametersStayAndDoNotCount() {
        bias.values()[0] = 2;
        bias.freeze();
        Sgd sgd = Sgd.of(1).decoupledWeightDecay(0.5).clipNorm(5).over(both);
        gradients(3, 4, 100);
        sgd.step();
        assertEquals(5, sgd.gradientNorm());
        assertArrayEquals(new float[] {-3, -4}, weight.values(), 1e-5f);
        assertEquals(2, bias.values()[0]);
    }

    /** k batches of a network and one step are, but for rounding, one step of a batch k times as long. */
    @Test
    void batchesActAsOne() {
        float[] x = Trace.inputs(24 * 5);
        float[] labels = new float[24];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 4;
        }
        ReferenceMlp whole = mlp();
        whole.lossAndGradient(x, labels, 0, 24);
        Sgd.of(0.5f).over(whole.parameters()).step();

        ReferenceMlp parts = mlp();
        Sgd accumulating = Sgd.of(0.5f).accumulate(3).over(parts.parameters());
        for (int part = 0; part < 3; part++) {
            ReferenceMlp one = mlp();
            one.lossAndGradient(x, labels, part * 8, 8);
            for (int p = 0; p < 4; p++) {
                add(parts.parameters().get(p), one.parameters().get(p).gradients());
            }
            accumulating.step();
        }
        for (int p = 0; p < 4; p++) {
            assertArrayEquals(
                    whole.parameters().get(p).values(),
                    parts.parameters().get(p).values(),
                    3e-7f);
        }
    }

    private static ReferenceMlp mlp() {
        ReferenceMlp mlp = new ReferenceMlp(5, 7, 4);
        for (Parameter parameter : mlp.parameters()) {
            float[] values = Trace.inputs(parameter.values().length);
            System.arraycopy(values, 0, parameter.values(), 0, values.length);
        }
        return mlp;
    }
}
