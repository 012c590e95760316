package dev.nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void copiesWhatItIsMadeOf() {
        float[] values = {1, 2, 3, 4, 5, 6};
        Tensor tensor = Tensor.of(values, 2, 3);
        values[0] = 9;
        tensor.toArray()[1] = 9;
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, tensor.toArray());
        assertArrayEquals(new int[] {2, 3}, tensor.shape());
    }

    @Test
    void isAVectorWithoutShape() {
        assertArrayEquals(new int[] {3}, Tensor.of(new float[] {1, 2, 3}).shape());
    }

    @Test
    void refusesTheWrongNumberOfValues() {
        String message = assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[5], 2, 3))
                .getMessage();
        assertEquals("shape 2x3 has 6 elements, but 5 values were given", message);
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[7], 2, 3));
    }

    @Test
    void readsAndWritesRowMajor() {
        Tensor tensor = Tensor.zeros(2, 3, 4);
        tensor.set(5, 1, 2, 3);
        tensor.set(7, 0, 1, 0);
        assertEquals(5, tensor.get(1, 2, 3));
        assertEquals(5, tensor.data()[23]);
        assertEquals(7, tensor.data()[4]);
        assertEquals(0, Tensor.zeros().get());
    }

    @Test
    void refusesIndicesOutside() {
        Tensor tensor = Tensor.zeros(2, 3);
        String axis = assertThrows(IndexOutOfBoundsException.class, () -> tensor.get(1, 3))
                .getMessage();
        assertEquals("index 3 on axis 1 of a tensor of shape 2x3 is outside 0 to 2", axis);
        assertThrows(IndexOutOfBoundsException.class, () -> tensor.get(-1, 0));
        String rank = assertThrows(IndexOutOfBoundsException.class, () -> tensor.set(1f, 1))
                .getMessage();
        assertTrue(rank.contains("1 indices") && rank.contains("2 axes"), rank);
    }

    @Test
    void viewsWriteThrough() {
        float[] buffer = new float[10];
        Tensor view = Tensor.view(buffer, Shape.of(2, 3));
        view.set(4, 1, 0);
        assertEquals(4, buffer[3]);
        assertSame(buffer, view.data());
        assertEquals(6, view.toArray().length);
        view.reshape(3, 2).set(8, 2, 1);
        assertEquals(8, view.get(1, 2));
        assertThrows(IllegalArgumentException.class, () -> Tensor.view(new float[5], Shape.of(2, 3)));
    }

    @Test
    void copiesStandAlone() {
        Tensor tensor = Tensor.of(new float[] {1, 2}, 2);
        Tensor copy = tensor.copy();
        tensor.set(9, 0);
        assertArrayEquals(new float[] {1, 2}, copy.toArray());
    }

    @Test
    void reshapesToTheSameNumberOfElementsOnly() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Tensor.zeros(2, 3).reshape(4))
                .getMessage();
        assertEquals("cannot reshape 2x3 to 4: 6 elements are not 4", message);
    }

    @Test
    void printsTheFirstElements() {
        assertEquals("Tensor 2 [1.0, 2.5]", Tensor.of(new float[] {1, 2.5f}).toString());
        assertEquals(
                "Tensor 3x3 [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ...]",
                Tensor.zeros(3, 3).toString());
        assertEquals("Tensor 0 []", Tensor.zeros(0).toString());
    }
}
