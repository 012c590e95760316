package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PermutationTest {
    @Test
    void dependsOnSeedAndEpochAlone() {
        assertArrayEquals(Permutation.of(100, 42, 3), Permutation.of(100, 42, 3));
        assertFalse(Arrays.equals(Permutation.of(100, 42, 3), Permutation.of(100, 42, 4)));
        assertFalse(Arrays.equals(Permutation.of(100, 42, 3), Permutation.of(100, 43, 3)));
    }

    @Test
    void allOrdersAreEquallyLikely() {
        int draws = 24_000;
        Map<String, Integer> counts = new TreeMap<>();
        for (int epoch = 0; epoch < draws; epoch++) {
            counts.merge(Arrays.toString(Permutation.of(4, 1, epoch)), 1, Integer::sum);
        }
        assertEquals(24, counts.size());
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - draws / 24.0) * (count - draws / 24.0) / (draws / 24.0))
                .sum();
        // 23 degrees of freedom: above 49.7 with probability 0.001, and the numbers are the same in every run.
        assertTrue(chiSquare < 49.7, "chi-square " + chiSquare);
    }

    @Test
    void smallSizes() {
        assertArrayEquals(new int[0], Permutation.of(0, 1, 0));
        assertArrayEquals(new int[] {0}, Permutation.of(1, 1, 0));
    }
}
