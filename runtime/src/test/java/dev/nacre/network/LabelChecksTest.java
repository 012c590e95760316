package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LabelChecksTest {
    private enum Answer {
        NO,
        YES
    }

    private static void assertRefuses(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void checksEveryLabel() {
        assertDoesNotThrow(() -> LabelChecks.labels("label", new int[] {0, 9, 4}, 3, 1, 10));
        assertRefuses(
                "label label is null for a batch of 3 samples: give one class index per sample",
                () -> LabelChecks.labels("label", null, 3, 1, 10));
        assertRefuses(
                "label label has length 2 for a batch of 3 samples: give one class index per sample",
                () -> LabelChecks.labels("label", new int[2], 3, 1, 10));
        assertRefuses(
                "label label has the class index -1 at index 1: allowed are 0 to 9",
                () -> LabelChecks.labels("label", new int[] {0, -1, 2}, 3, 1, 10));
        assertRefuses(
                "label label has the class index 10 at index 2: allowed are 0 to 9; if the classes count from 1,"
                        + " subtract 1",
                () -> LabelChecks.labels("label", new int[] {1, 2, 10}, 3, 1, 10));
    }

    @Test
    void positionsAndIgnoredLabels() {
        assertDoesNotThrow(() -> LabelChecks.labels("tags", new int[] {0, -100, 2, 1}, 2, 2, 3, -100));
        assertRefuses(
                "label tags has length 2 for a batch of 2 samples, 2 for each: give one class index per position, 4 in"
                        + " all",
                () -> LabelChecks.labels("tags", new int[2], 2, 2, 3, -100));
        assertRefuses(
                "label tags has the class index -1 at index 0: allowed are 0 to 2, and -100 for none",
                () -> LabelChecks.labels("tags", new int[] {-1}, 1, 1, 3, -100));
        assertRefuses(
                "label tags has the class index 4 at index 0: allowed are 0 to 2",
                () -> LabelChecks.labels("tags", new int[] {4}, 1, 1, 3, 1));
    }

    @Test
    void constantsBecomeOrdinals() {
        Answer[] answers = {Answer.YES, Answer.NO};
        int[] room = new int[3];
        assertSame(room, LabelChecks.ordinals("answer", answers, 2, 1, room));
        assertArrayEquals(new int[] {1, 0, 0}, room);
        assertArrayEquals(new int[] {1, 0}, LabelChecks.ordinals("answer", answers, 1, 2, null));
        assertRefuses(
                "label answer is null at index 1",
                () -> LabelChecks.ordinals("answer", new Answer[] {Answer.NO, null}, 2, 1, null));
        assertRefuses(
                "label answer has length 2 for a batch of 3 samples: give one constant per sample",
                () -> LabelChecks.ordinals("answer", answers, 3, 1, null));
    }

    @Test
    void yesAndNoBecomeNumbers() {
        float[] room = new float[2];
        assertSame(room, LabelChecks.flags("spam", new boolean[] {true, false}, 2, 1, room));
        assertArrayEquals(new float[] {1, 0}, room);
        assertArrayEquals(new float[] {0, 1}, LabelChecks.flags("spam", new int[] {0, 1}, 1, 2, null));
        assertArrayEquals(
                new float[] {0, 1}, LabelChecks.flags("spam", new Answer[] {Answer.NO, Answer.YES}, 2, 1, null));
        assertArrayEquals(new float[] {-1, 1}, LabelChecks.signs("alike", new int[] {-1, 1}, 2, 1, null));
        assertArrayEquals(new float[] {-1, 1}, LabelChecks.signs("alike", new boolean[] {false, true}, 2, 1, null));
    }

    @Test
    void refusesWhatIsNeitherYesNorNo() {
        assertRefuses(
                "label spam is 2 at index 1: allowed are 0 and 1",
                () -> LabelChecks.flags("spam", new int[] {0, 2}, 2, 1, null));
        assertRefuses(
                "label alike is 0 at index 0: allowed are 1 and -1",
                () -> LabelChecks.signs("alike", new int[] {0}, 1, 1, null));
        assertRefuses(
                "label spam is null for a batch of 2 samples: give one true or false per sample",
                () -> LabelChecks.flags("spam", (boolean[]) null, 2, 1, null));
        assertRefuses(
                "label spam is null for a batch of 1 sample, 3 for each: give one 0 or 1 per position, 3 in all",
                () -> LabelChecks.flags("spam", (int[]) null, 1, 3, null));
        assertRefuses(
                "label alike has length 1 for a batch of 2 samples: give one 1 or -1 per sample",
                () -> LabelChecks.signs("alike", new int[1], 2, 1, null));
        assertRefuses("label spam is null at index 0", () -> LabelChecks.flags("spam", new Answer[1], 1, 1, null));
    }

    @Test
    void weightsAreFiniteAndNotNegative() {
        assertDoesNotThrow(() -> LabelChecks.weights("importance", new float[] {0, 2.5f}, 2));
        assertRefuses(
                "sample weights importance are null for a batch of 2 samples: give one weight per sample",
                () -> LabelChecks.weights("importance", null, 2));
        assertRefuses(
                "sample weights importance have length 1 for a batch of 2 samples: give one weight per sample",
                () -> LabelChecks.weights("importance", new float[1], 2));
        for (float wrong : new float[] {-0.5f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertRefuses(
                    "sample weights importance have " + wrong + " at index 1: a weight is a finite number, 0 or more",
                    () -> LabelChecks.weights("importance", new float[] {1, wrong}, 2));
        }
    }

    @Test
    void takesWeightsOutOfBatches() {
        Tensor x = Tensor.zeros(2, 3);
        float[] weights = {1, 2};
        int[] labels = {0, 1};
        Batch batch = Batch.of(x, labels, weights);
        assertSame(labels, Checks.labels(batch, 0, 2, "label"));
        assertSame(weights, LabelChecks.weights(batch, 1, 2, "importance"));
        assertRefuses(
                "sample weights importance, number 1 of the batch's labels, are of another kind: expected a float[] with"
                        + " one weight per sample",
                () -> LabelChecks.weights(batch, 0, 2, "importance"));
        assertRefuses(
                "label label, number 2 of the batch, is a float[]: expected an int[] with one class index per sample",
                () -> Checks.labels(batch, 1, 2, "label"));
        assertRefuses(
                "target price, number 2 of the batch's labels, is a float[]: expected a Tensor of the prediction's shape",
                () -> Checks.target(batch, 1, 2, "price"));
        assertEquals(List.of(x), Batch.of(x, x, weights).inputs());
        assertArrayEquals(new int[] {1, 0}, (int[])
                Batch.of(x, new boolean[] {true, false}).labels().get(0));
    }
}
