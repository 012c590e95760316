package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What chance decides, counted: five standard deviations are the limit. */
class AugmentationStatisticsTest {
    private static final int DRAWS = 50_000;
    private static final int SIDE = 9;

    /** Counts over samples and epochs alike; each image is its own coordinates: element (row, column) is 10 row + column + 1. */
    private static void each(Augmentation augmentation, Consumer<float[]> image) {
        int samples = 500;
        byte[] bytes = new byte[samples * SIDE * SIDE];
        for (int i = 0; i < bytes.length; i++) {
            int element = i % (SIDE * SIDE);
            bytes[i] = (byte) (10 * (element / SIDE) + element % SIDE + 1);
        }
        Dataset data = Dataset.of(Samples.ofBytes(bytes, Shape.of(1, SIDE, SIDE)), Labels.classes(new int[samples]))
                .augmented(augmentation);
        Batches batches = data.batches(samples);
        int elements = data.shapes().get(0).elements();
        for (int epoch = 0; epoch < DRAWS / samples; epoch++) {
            for (Batch batch : batches.augment(7, epoch)) {
                Tensor all = batch.inputs().get(0);
                for (int sample = 0; sample < samples; sample++) {
                    float[] one = new float[elements];
                    for (int i = 0; i < elements; i++) {
                        one[i] = Math.round(all.data()[sample * elements + i] * 255);
                    }
                    image.accept(one);
                }
            }
        }
    }

    private static void assertRate(String what, double probability, long found) {
        double deviation = Math.sqrt(DRAWS * probability * (1 - probability));
        double off = (found - DRAWS * probability) / deviation;
        assertTrue(Math.abs(off) < 5, what + ": " + found + " of " + DRAWS + ", " + off + " standard deviations off");
    }

    @Test
    void flipsHaveTheirRatesAndAreIndependent() {
        int[] counts = new int[4];
        each(Augmentation.none().flip(0.3).flipVertically(), image -> {
            boolean horizontal = image[0] % 10 == SIDE;
            boolean vertical = image[0] > 10 * (SIDE - 1);
            counts[(horizontal ? 1 : 0) + (vertical ? 2 : 0)]++;
        });
        assertRate("neither", 0.35, counts[0]);
        assertRate("horizontal", 0.15, counts[1]);
        assertRate("vertical", 0.35, counts[2]);
        assertRate("both", 0.15, counts[3]);
    }

    @Test
    void shiftsAreUniform() {
        int[][] counts = new int[5][3];
        each(Augmentation.none().shift(2, 1), image -> {
            int centre = (int) image[SIDE / 2 * SIDE + SIDE / 2] - 1;
            counts[centre / 10 - SIDE / 2 + 2][centre % 10 - SIDE / 2 + 1]++;
        });
        for (int vertical = 0; vertical < 5; vertical++) {
            for (int horizontal = 0; horizontal < 3; horizontal++) {
                assertRate(vertical + ", " + horizontal, 1 / 15.0, counts[vertical][horizontal]);
            }
        }
    }

    @Test
    void cropsAreUniform() {
        int[][] counts = new int[3][4];
        each(Augmentation.none().crop(7, 6), image -> {
            int corner = (int) image[0] - 1;
            counts[corner / 10][corner % 10]++;
        });
        for (int[] row : counts) {
            for (int count : row) {
                assertRate("corner", 1 / 12.0, count);
            }
        }
    }

    @Test
    void erasuresHaveTheirRateAreaAndPlaces() {
        // Squares of 9 of 81 elements, in one of 7 x 7 places.
        int[] places = new int[SIDE * SIDE];
        long[] erased = new long[1];
        Erasing squares = Erasing.of(0.25).area(1 / 9.0, 1 / 9.0).ratio(1, 1);
        each(Augmentation.none().erase(squares), image -> {
            int zeros = 0;
            int first = -1;
            for (int i = 0; i < image.length; i++) {
                if (image[i] == 0) {
                    zeros++;
                    first = first < 0 ? i : first;
                }
            }
            if (zeros > 0) {
                assertEquals(9, zeros);
                erased[0]++;
                places[first]++;
            }
        });
        assertRate("erased", 0.25, erased[0]);
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                assertRate("place", 0.25 / 49, places[row * SIDE + column]);
            }
        }
    }

    @Test
    void stepsOfOneKindDecideForThemselves() {
        int[] flipped = new int[1];
        each(Augmentation.none().flip().flip(), image -> flipped[0] += image[0] % 10 == SIDE ? 1 : 0);
        assertRate("two flips", 0.5, flipped[0]);
    }

    @Test
    void neighboursAreIndependent() {
        boolean[] before = new boolean[1];
        int[] same = new int[1];
        each(Augmentation.none().flip(), image -> {
            boolean now = image[0] % 10 == SIDE;
            same[0] += now == before[0] ? 1 : 0;
            before[0] = now;
        });
        assertRate("as the one before", 0.5, same[0]);
    }

    @Test
    void noiseIsUniform() {
        Dataset data = Dataset.of(Tensor.zeros(100, 1, 40, 40), new int[100])
                .augmented(Augmentation.none()
                        .erase(Erasing.of(1).area(0.5, 0.5).ratio(1, 1).withNoise(1, 3)));
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (Batch batch : data.batches(100).augment(1, 1)) {
            for (float value : batch.inputs().get(0).toArray()) {
                if (value != 0) {
                    assertTrue(value >= 1 && value < 3, "" + value);
                    sum += value - 2;
                    squares += (value - 2) * (value - 2);
                    count++;
                }
            }
        }
        assertEquals(100 * 28 * 28, count);
        assertEquals(0, sum / count, 5 * Math.sqrt(1 / 3.0 / count));
        assertEquals(1 / 3.0, squares / count, 5 * Math.sqrt(4 / 45.0 / count));
    }
}
