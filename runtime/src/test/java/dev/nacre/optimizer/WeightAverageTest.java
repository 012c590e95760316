package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Parameter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class WeightAverageTest {
    private static final double[] WEIGHTS = {3, -1, 4, 1, -5, 9, 2, -6, 5, 3, 5, -8, 9, 7, 9, 3, 2, 3, 8, 4};

    private final Parameter weight = new Parameter("w", 1);
    private final List<Parameter> parameters = List.of(weight);

    @TempDir
    Path folder;

    private void see(WeightAverage average, int from, int to) {
        for (int i = from; i < to; i++) {
            weight.values()[0] = (float) WEIGHTS[i];
            average.update();
        }
    }

    private float mean(WeightAverage average) {
        see(average, 0, WEIGHTS.length);
        return average.averages().get("w").data()[0];
    }

    @Test
    void uniformIsTheMean() {
        double sum = 0;
        for (double value : WEIGHTS) {
            sum += value;
        }
        assertEquals(sum / WEIGHTS.length, mean(WeightAverage.uniform().over(parameters)), 1e-5);
    }

    @Test
    void exponentialBeginsWithTheFirstWeights() {
        double expected = WEIGHTS[0];
        for (int i = 1; i < WEIGHTS.length; i++) {
            expected = 0.9 * expected + 0.1 * WEIGHTS[i];
        }
        assertEquals(expected, mean(WeightAverage.exponential(0.9).over(parameters)), 1e-5);
    }

    @Test
    void correctedIsTheMeanWeightedByAge() {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            double share = Math.pow(0.9, WEIGHTS.length - i);
            sum += share * WEIGHTS[i];
            total += share;
        }
        WeightAverage average = WeightAverage.exponential(0.9).biasCorrected().over(parameters);
        assertEquals(sum / total, mean(average), 1e-5);
    }

    @Test
    void warmingUpForgetsFasterAtFirst() {
        double expected = WEIGHTS[0];
        for (int n = 1; n < WEIGHTS.length; n++) {
            double decay = Math.min(0.6, (1.0 + n) / (10.0 + n));
            expected = decay * expected + (1 - decay) * WEIGHTS[n];
        }
        assertEquals(expected, mean(WeightAverage.exponential(0.6).warmUp().over(parameters)), 1e-5);
    }

    @Test
    void appliesAndRestores() {
        WeightAverage average = WeightAverage.uniform().over(parameters);
        see(average, 0, 2);
        assertFalse(average.applied());
        average.apply();
        assertTrue(average.applied());
        assertEquals(1, weight.values()[0]);
        assertState("apply() was called while the average is applied: call restore() first", average::apply);
        assertState("update() was called while the average is applied: call restore() first", average::update);
        assertState("averages() was called while the average is applied: call restore() first", average::averages);
        Path file = folder.resolve("x");
        assertState("save() was called while the average is applied: call restore() first", () -> average.save(file));
        assertState("load() was called while the average is applied: call restore() first", () -> average.load(file));
        average.restore();
        assertEquals(-1, weight.values()[0]);
        assertState("restore() was called without apply(): the network has its own weights", average::restore);
        assertEquals(1, average.averages().get("w").data()[0]);
        assertEquals(2, average.updates());
    }

    @Test
    void goesOnFromAFile() {
        WeightAverage whole = WeightAverage.exponential(0.9).biasCorrected().over(parameters);
        float expected = mean(whole);
        WeightAverage first = WeightAverage.exponential(0.9).biasCorrected().over(parameters);
        see(first, 0, 7);
        Path file = folder.resolve("average.safetensors");
        first.save(file);
        WeightAverage second = WeightAverage.exponential(0.9).biasCorrected().over(parameters);
        second.load(file);
        see(second, 7, WEIGHTS.length);
        assertArrayEquals(new float[] {expected}, second.averages().get("w").data());
        WeightAverage other = WeightAverage.uniform().over(List.of(new Parameter("v", 1)));
        String message = assertThrows(IllegalArgumentException.class, () -> other.load(file))
                .getMessage();
        assertTrue(message.startsWith("the state in " + file + " does not fit this average"), message);
        assertEquals(0, other.updates());
        Sgd sgd = Sgd.of(1).over(parameters);
        assertThrows(IllegalArgumentException.class, () -> sgd.load(file));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertState(
                "update() was called before over(network.parameters())",
                () -> WeightAverage.uniform().update());
        assertState(
                "apply() was called before the first update(): there is no average yet",
                () -> WeightAverage.uniform().over(parameters).apply());
        assertState(
                "biasCorrected() is for exponential averages: in a uniform one all weights count alike",
                () -> WeightAverage.uniform().biasCorrected());
        assertState(
                "warmUp() was called after over(...): give options before",
                () -> WeightAverage.exponential(0).over(parameters).warmUp());
        assertState(
                "over(...) was called twice: make an average for each network",
                () -> WeightAverage.uniform().over(parameters).over(parameters));
        assertArgument(
                "there is nothing to average: give network.parameters()",
                () -> WeightAverage.uniform().over(List.of()));
        assertArgument(
                "there are two parameters w: average each network by itself",
                () -> WeightAverage.uniform().over(List.of(weight, weight)));
    }

    private static void assertState(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
    }

    private static void assertArgument(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
