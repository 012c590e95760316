package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChecksTest {
    private static final Shape IMAGE = Shape.of(1, 28, 28);

    private static void assertRefuses(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void countsSamples() {
        assertEquals(3, Checks.batch("image", Tensor.zeros(3, 1, 28, 28), IMAGE));
        assertEquals(5, Checks.batch("x", Tensor.zeros(5), Shape.of()));
        assertDoesNotThrow(() -> Checks.batch("image", Tensor.zeros(3, 1, 28, 28), IMAGE, 3));
    }

    @Test
    void refusesInputsOfOtherShapes() {
        assertRefuses(
                "input image is null: expected a tensor of shape (batch, 1, 28, 28)",
                () -> Checks.batch("image", null, IMAGE));
        assertRefuses(
                "input image has shape (3, 1, 28, 27): expected (batch, 1, 28, 28)",
                () -> Checks.batch("image", Tensor.zeros(3, 1, 28, 27), IMAGE));
        assertRefuses(
                "input image has shape (): expected (batch, 1, 28, 28)",
                () -> Checks.batch("image", Tensor.zeros(), IMAGE));
        assertRefuses(
                "input image has an empty batch, shape (0, 1, 28, 28): expected (batch, 1, 28, 28) with at least one "
                        + "sample",
                () -> Checks.batch("image", Tensor.zeros(0, 1, 28, 28), IMAGE));
    }

    @Test
    void saysWhatReshapingWouldFit() {
        assertRefuses(
                "input image has shape (3, 784): expected (batch, 1, 28, 28); if it holds the same elements row by"
                        + " row, use reshape(3, 1, 28, 28)",
                () -> Checks.batch("image", Tensor.zeros(3, 784), IMAGE));
        assertRefuses(
                "input image has shape (1, 28, 28): expected (batch, 1, 28, 28); a single sample needs a batch axis"
                        + " too: use reshape(1, 1, 28, 28)",
                () -> Checks.batch("image", Tensor.zeros(1, 28, 28), IMAGE));
    }

    @Test
    void refusesInputsOfAnotherBatch() {
        assertRefuses(
                "input b has 4 samples, but the first input has 3: all inputs need the same batch",
                () -> Checks.batch("b", Tensor.zeros(4, 2), Shape.of(2), 3));
    }

    @Test
    void checksTargetsAndGradients() {
        assertDoesNotThrow(() -> Checks.target("price", Tensor.zeros(3, 1), Shape.of(1), 3));
        assertRefuses(
                "target price has shape (3): expected (batch, 1); if it holds the same elements row by row, use"
                        + " reshape(3, 1)",
                () -> Checks.target("price", Tensor.zeros(3), Shape.of(1), 3));
        assertRefuses(
                "target price has 2 samples, but the batch has 3: give one target per sample",
                () -> Checks.target("price", Tensor.zeros(2, 1), Shape.of(1), 3));
        assertDoesNotThrow(() -> Checks.gradient(Tensor.zeros(3, 10), Shape.of(10), 3));
        assertRefuses(
                "gradient of the output is null: expected a tensor of shape (batch, 10)",
                () -> Checks.gradient(null, Shape.of(10), 3));
        assertRefuses(
                "gradient of the output has 1 sample, but the last forward had 3: the gradient has the output's shape",
                () -> Checks.gradient(Tensor.zeros(1, 10), Shape.of(10), 3));
    }

    @Test
    void multipliesExactly() {
        assertEquals(6, Checks.elements(2, 3));
        assertEquals(0, Checks.elements(7, 0));
        assertEquals(Shape.MAX_ELEMENTS, Checks.elements(Shape.MAX_ELEMENTS, 1));
        assertRefuses(
                "a batch of 65536 samples needs a buffer of 4294967296 elements (65536 per sample), and an array holds "
                        + "2147483639: use batches of at most 32767",
                () -> Checks.elements(65536, 65536));
        assertThrows(IllegalArgumentException.class, () -> Checks.elements(-1, 2));
    }

    @Test
    void takesBatchesApart() {
        Tensor a = Tensor.zeros(2, 3);
        Tensor b = Tensor.zeros(2, 4);
        int[] classes = {0, 1};
        Tensor targets = Tensor.zeros(2, 1);
        Batch batch = new Batch(List.of(a, b), List.of(classes, targets));
        assertEquals(2, batch.size());
        assertSame(b, Checks.input(batch, 1, 2, "b"));
        assertSame(classes, Checks.labels(batch, 0, 2, "kind"));
        assertSame(targets, Checks.target(batch, 1, 2, "price"));
    }

    @Test
    void saysWhatABatchLacks() {
        Batch batch = Batch.of(Tensor.zeros(2, 3));
        assertRefuses(
                "the batch has 1 input, but the network declares 2: input b, number 2, is missing: give them in order"
                        + " of declaration",
                () -> Checks.input(batch, 1, 2, "b"));
        Batch two = new Batch(List.of(Tensor.zeros(1), Tensor.zeros(1)), List.of());
        assertRefuses(
                "the batch has 2 inputs, but the network declares 1: give them in order of declaration",
                () -> Checks.input(two, 0, 1, "a"));
        assertRefuses(
                "the batch has 0 labels, but the network declares 1: label, number 1, is missing: give them in order"
                        + " of declaration, as in Batch.of(input, labels)",
                () -> Checks.labels(batch, 0, 1, "label"));
        assertRefuses("the batch is null: expected 1 input", () -> Checks.input(null, 0, 1, "a"));
        assertRefuses("the batch is null: expected 2 labels", () -> Checks.target(null, 0, 2, "a"));
    }

    @Test
    void saysWhatTypeALabelNeeds() {
        Tensor x = Tensor.zeros(2, 3);
        assertRefuses(
                "label kind, number 1 of the batch, is a Tensor: expected an int[] with one class index per sample",
                () -> Checks.labels(Batch.of(x, Tensor.zeros(2, 1)), 0, 1, "kind"));
        assertRefuses(
                "target price, number 1 of the batch's labels, is an int[]: expected a Tensor of the prediction's"
                        + " shape",
                () -> Checks.target(Batch.of(x, new int[2]), 0, 1, "price"));
    }

    @Test
    void batchesHaveInputsAndKnownLabels() {
        assertThrows(IllegalArgumentException.class, () -> new Batch(List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Batch.of(Tensor.zeros()));
        Tensor x = Tensor.zeros(2, 3);
        assertRefuses(
                "label number 1 of a batch is a Label: give an int[] of class indices, a Tensor of targets or a float[] of the"
                        + " samples' weights",
                () -> new Batch(List.of(x), List.of(Label.of(1, 2))));
    }
}
