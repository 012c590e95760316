package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NormalizationTest {
    private static final float[] MEANS = {0.5f, 0.25f};
    private static final float[] DEVIATIONS = {2, 0.5f};

    private static float[] first(Dataset data) {
        return data.batches(data.size()).iterator().next().inputs().get(0).toArray();
    }

    @Test
    void bytesAndFloatsBecomeTheSame() {
        byte[] bytes = {0, 51, (byte) 255, 102};
        Dataset ofBytes = Dataset.of(Samples.ofBytes(bytes, Shape.of(2, 1, 2)), Labels.classes(0));
        Dataset ofFloats = Dataset.of(Tensor.of(new float[] {0, 51 / 255f, 1, 102 / 255f}, 1, 2, 1, 2), new int[] {0});
        float[] expected = {-0.5f / 2, (51 / 255f - 0.5f) / 2, 0.75f / 0.5f, (102 / 255f - 0.25f) / 0.5f};
        Normalization by = Normalization.of(MEANS, DEVIATIONS);
        assertArrayEquals(expected, first(ofBytes.normalized(by)));
        assertArrayEquals(expected, first(ofFloats.normalized(by)));
        assertArrayEquals(
                first(ofFloats.normalized(by).normalized(by)),
                first(ofBytes.normalized(by).normalized(by)));
    }

    @Test
    void whatIsMeasuredMakesMeanZeroAndDeviationOne() {
        float[] values = new float[300 * 2 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 6 < 3 ? 3 : i * 7919 % 101;
        }
        Dataset data = Dataset.of(Tensor.of(values, 300, 2, 3), new int[300]);
        Normalization measured = Normalization.measure(data);
        assertEquals(3, measured.means()[0]);
        assertEquals(1, measured.deviations()[0]);
        float[] normalized = first(data.normalized(measured));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < normalized.length; i++) {
            if (i % 6 < 3) {
                assertEquals(0, normalized[i]);
            } else {
                sum += normalized[i];
                squares += normalized[i] * normalized[i];
            }
        }
        assertEquals(0, sum / 900, 1e-5);
        assertEquals(1, squares / 900, 1e-5);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertProblem("the deviation of channel 0 is 0.0: a finite number above 0", () -> Normalization.of(1, 0));
        assertProblem("the mean of channel 0 is NaN: a finite number", () -> Normalization.of(Float.NaN, 1));
        assertProblem(
                "1 means and 2 deviations: give one of each for every channel",
                () -> Normalization.of(new float[1], DEVIATIONS));
        Dataset image = Dataset.of(Tensor.zeros(1, 3, 2, 2), new int[1]);
        assertProblem(
                "a normalisation of 2 channels does not fit samples of shape 3x2x2: the first axis counts the channels;"
                        + " give a mean and a deviation for each",
                () -> image.normalized(Normalization.of(MEANS, DEVIATIONS)));
        assertProblem(
                "these samples are augmented already: call normalized(...) before augmented(...), whose zeros stay zeros",
                () -> image.augmented(Augmentation.none().flip())
                        .normalized(Normalization.of(new float[3], new float[] {1, 1, 1})));
    }

    private static void assertProblem(String problem, Runnable action) {
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
