package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.data.Dataset;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private enum Animal {
        CAT,
        DOG,
        HIPPOPOTAMUS
    }

    private final ConfusionMatrix matrix =
            ConfusionMatrix.of(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 0, 0}, 3);

    @Test
    void countsAndParts() {
        assertEquals(2, matrix.count(0, 0));
        assertEquals(1, matrix.count(0, 1));
        assertEquals(0, matrix.count(0, 2));
        assertEquals(3, matrix.support(0));
        assertEquals(0.5, matrix.accuracy());
        assertEquals(0.5, matrix.precision(0));
        assertEquals(2 / 3.0, matrix.recall(0));
        assertEquals(4 / 7.0, matrix.f1(0), 1e-12);
        assertEquals(0, matrix.precision(2));
    }

    @Test
    void readsLikeATable() {
        assertEquals("""
                actual \\ predicted     CAT     DOG  HIPPOPOTAMUS  recall
                CAT                      2       1             0  0.6667
                DOG                      1       1             0  0.5000
                HIPPOPOTAMUS             1       0             0  0.0000
                precision           0.5000  0.5000        0.0000  0.5000 accuracy
                """, matrix.named(Animal.class).toString());
    }

    @Test
    void evaluatorMakesOneOfANetwork() {
        SoftmaxRegression network = new SoftmaxRegression(2, 3);
        Dataset data = Blobs.of(50, 3);
        ConfusionMatrix untrained = Evaluator.of(network).batchSize(16).confusionMatrix(data);
        // All weights are zero, and of equal scores the first wins.
        assertEquals(17, untrained.count(0, 0));
        assertEquals(17, untrained.count(1, 0));
        assertEquals(16, untrained.count(2, 0));
        assertEquals(
                Evaluator.of(network).evaluate(data).accuracy(),
                untrained.named("a", "b", "c").accuracy());
    }

    @Test
    void sayWhatIsWrong() {
        assertMessage(
                "2 labels, but 1 predictions: give one of each per sample",
                () -> ConfusionMatrix.of(new int[2], new int[1], 3));
        assertMessage(
                "class 3 at index 1: allowed are 0 to 2", () -> ConfusionMatrix.of(new int[2], new int[] {0, 3}, 3));
        assertMessage("2 names for 3 classes: give one name per class", () -> matrix.named("a", "b"));
        assertMessage(
                "no samples: an evaluation needs at least one",
                () -> Evaluator.of(new SoftmaxRegression(2, 3))
                        .confusionMatrix(Blobs.of(3, 1).take(0)));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.count(3, 0));
    }

    private static void assertMessage(String expected, Runnable call) {
        ClassMetricsTest.assertMessage(expected, call);
    }
}
