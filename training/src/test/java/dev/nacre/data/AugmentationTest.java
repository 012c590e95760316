package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.kernel.Threads;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final Augmentation ALL = Augmentation.none()
            .shift(2)
            .flip()
            .flipVertically()
            .erase(0.5)
            .crop(5, 4)
            .shift(1, 2)
            .flip(0.25);

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Images without zeros, so that zeros show. */
    private static Dataset images(int count, int channels, int height, int width) {
        byte[] bytes = bytes(count * channels * height * width);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
        }
        return Dataset.of(Samples.ofBytes(bytes, Shape.of(channels, height, width)), Labels.classes(new int[count]));
    }

    private static float[] epoch(Dataset data, long seed, int epoch) {
        return data.batches(data.size())
                .augment(seed, epoch)
                .iterator()
                .next()
                .inputs()
                .get(0)
                .toArray();
    }

    private static float[] plain(Dataset data) {
        return data.batches(data.size()).iterator().next().inputs().get(0).toArray();
    }

    @Test
    void isAFunctionOfSeedEpochAndSample() {
        Dataset data = images(50, 2, 7, 6).augmented(ALL);
        float[] whole = epoch(data, 3, 4);
        assertArrayEquals(whole, epoch(data, 3, 4));
        assertFalse(Arrays.equals(whole, epoch(data, 3, 5)));
        assertFalse(Arrays.equals(whole, epoch(data, 4, 4)));
        assertEquals(Shape.of(2, 5, 4), data.shapes().get(0));
        int elements = 40;
        int[] order = Permutation.of(50, 9, 0);
        Gatherer gatherer = data.gatherer().augment(3, 4);
        for (int from = 0; from < 50; from += 8) {
            int to = Math.min(50, from + 8);
            float[] some = gatherer.gather(order, from, to).inputs().get(0).data();
            for (int place = from; place < to; place++) {
                assertArrayEquals(
                        Arrays.copyOfRange(whole, order[place] * elements, (order[place] + 1) * elements),
                        Arrays.copyOfRange(some, (place - from) * elements, (place - from + 1) * elements));
            }
        }
    }

    @Test
    void threadsCannotBeSeen() {
        Dataset data =
                images(400, 3, 20, 20).augmented(ALL.erase(Erasing.of(0.7).withNoise(-1, 1)));
        int before = Threads.count();
        try {
            Threads.count(1);
            float[] alone = epoch(data, 1, 2);
            Threads.count(4);
            assertArrayEquals(alone, epoch(data, 1, 2));
        } finally {
            Threads.count(before);
        }
    }

    @Test
    void bytesFloatsAndOwnSamplesBecomeTheSame() {
        Dataset bytes = images(40, 2, 7, 6);
        Tensor values = bytes.batches(40).iterator().next().inputs().get(0).copy();
        Samples floats = Samples.of(values);
        Samples own = new Samples() {
            @Override
            public int size() {
                return floats.size();
            }

            @Override
            public Shape shape() {
                return floats.shape();
            }

            @Override
            public void copy(int index, float[] into, int offset) {
                floats.copy(index, into, offset);
            }
        };
        float[] expected = epoch(bytes.augmented(ALL), 5, 0);
        Labels labels = Labels.classes(new int[40]);
        assertArrayEquals(expected, epoch(Dataset.of(floats, labels).augmented(ALL), 5, 0));
        assertArrayEquals(expected, epoch(Dataset.of(own, labels).augmented(ALL), 5, 0));
        assertArrayEquals(
                plain(bytes.augmented(ALL)), plain(Dataset.of(own, labels).augmented(ALL)));
    }

    @Test
    void onlyTrainingAugments() {
        Dataset data = images(20, 1, 6, 6);
        Augmentation noCrop = Augmentation.none().shift(3).flip(1).erase(1);
        assertArrayEquals(plain(data), plain(data.augmented(noCrop)));
        Dataset cropped = data.augmented(noCrop.crop(2, 4));
        float[] middles = plain(cropped);
        float[] whole = plain(data);
        for (int sample = 0; sample < 20; sample++) {
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 4; column++) {
                    assertEquals(
                            whole[(sample * 6 + row + 2) * 6 + column + 1], middles[(sample * 2 + row) * 4 + column]);
                }
            }
        }
    }

    /** Every step by itself on whole images, as simply as possible, against all steps in one pass. */
    @Test
    void flipsAndShiftsComposeInTheirOrder() {
        Dataset data = images(30, 2, 5, 4);
        float[] image = plain(data);
        Dataset flipped = data.augmented(Augmentation.none().flip(1).flipVertically(1));
        float[] both = epoch(flipped, 1, 1);
        for (int plane = 0; plane < 60; plane++) {
            for (int element = 0; element < 20; element++) {
                assertEquals(image[plane * 20 + 19 - element], both[plane * 20 + element]);
            }
        }
        // A shift whose result is mirrored is the mirrored image, shifted the other way.
        float[] shifted = epoch(data.augmented(Augmentation.none().shift(2)), 1, 1);
        float[] mirrored = epoch(data.augmented(Augmentation.none().shift(2).flip(1)), 1, 1);
        for (int row = 0; row < 300; row++) {
            for (int column = 0; column < 4; column++) {
                assertEquals(shifted[row * 4 + column], mirrored[row * 4 + 3 - column]);
            }
        }
    }

    @Test
    void whatIsShiftedOutDoesNotComeBack() {
        // Two shifts that cancel still have zeros at the border that the first one moved over.
        Frame frame = new Frame(0);
        frame.begin(3, 3);
        frame.window(0, 1, 3, 3);
        frame.window(0, -1, 3, 3);
        float[] result = new float[9];
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        frame.copy(new FloatSamples(values, 1, Shape.of(1, 3, 3)), 0, 1, 3, 3, result, 0);
        assertArrayEquals(new float[] {0, 2, 3, 0, 5, 6, 0, 8, 9}, result);
        frame.window(5, 0, 3, 3);
        frame.flip(true);
        frame.copy(new FloatSamples(values, 1, Shape.of(1, 3, 3)), 0, 1, 3, 3, result, 0);
        assertArrayEquals(new float[9], result);
    }

    @Test
    void erasuresMoveWithTheImage() {
        Frame frame = new Frame(2);
        frame.begin(3, 3);
        frame.erase(0, 0, 1, 2, Erasing.of(1).with(-1), 0);
        frame.flip(false);
        frame.flip(true);
        frame.window(1, 1, 3, 3);
        frame.erase(0, 0, 1, 1, Erasing.of(1).with(-2), 0);
        float[] result = new float[9];
        frame.copy(
                new FloatSamples(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, Shape.of(1, 3, 3)), 0, 1, 3, 3, result, 0);
        // 9 8 7 / 6 5 4 / 3 -1 -1, one up and one to the left.
        assertArrayEquals(new float[] {-2, 4, 0, -1, -1, 0, 0, 0, 0}, result);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertProblem(
                "flip(1.5): a probability is from 0 to 1",
                () -> Augmentation.none().flip(1.5));
        assertProblem(
                "erase(NaN): a probability is from 0 to 1",
                () -> Augmentation.none().erase(Double.NaN));
        assertProblem(
                "shift(-1, -1): distances are 0 pixels or more",
                () -> Augmentation.none().shift(-1));
        assertProblem(
                "crop(0, 0): sizes are 1 pixel or more",
                () -> Augmentation.none().crop(0));
        assertProblem(
                "area(0.5, 0.2): two parts of the image with 0 < least <= most <= 1",
                () -> Erasing.of(1).area(0.5, 0.2));
        assertProblem(
                "ratio(0.0, 1.0): two finite ratios with 0 < least <= most",
                () -> Erasing.of(1).ratio(0, 1));
        assertProblem(
                "noise from 1.0 to 0.0: two finite numbers, the smaller first",
                () -> Erasing.of(1).withNoise(1, 0));
        assertProblem(
                "crop(7, 2) of images of shape 1x6x6: at most crop(6, 6)",
                () -> images(1, 1, 6, 6).augmented(Augmentation.none().crop(7, 2)));
        assertProblem(
                "cannot augment samples of shape 4: images have the shape (channels, height, width)",
                () -> Dataset.of(new float[1][4], new int[1]).augmented(Augmentation.none()));
    }

    private static void assertProblem(String problem, Runnable action) {
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
