package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FashionMnistTest {
    @Test
    void theShippedPartIsBalanced() {
        FashionMnist images = FashionMnist.read(Path.of("data/fashion-mnist"));
        assertBalanced(images.training(), 1000);
        assertBalanced(images.test(), 200);
    }

    private static void assertBalanced(Dataset data, int each) {
        int[] counts = new int[10];
        for (Batch batch : data.batches(500)) {
            for (int label : (int[]) batch.labels().get(0)) {
                counts[label]++;
            }
        }
        int[] expected = new int[10];
        Arrays.fill(expected, each);
        assertArrayEquals(expected, counts);
        assertEquals(10 * each, data.size());
    }
}
